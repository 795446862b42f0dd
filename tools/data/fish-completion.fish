# Completion of quoth's command line for fish; see quoth completion bash for what "quoth complete" answers.
function __quoth_complete
  set -l words (commandline -opc) (commandline -ct)
  for line in (command quoth complete -- $words[2..-1] 2>/dev/null)
    switch $line
      case :files
        __fish_complete_path (commandline -ct)
      case :folders
        __fish_complete_directories (commandline -ct)
      case '*'
        printf '%s\n' $line
    end
  end
end
complete -c quoth -f -a '(__quoth_complete)'
