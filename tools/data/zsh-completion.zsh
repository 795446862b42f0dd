#compdef quoth
# Completion of quoth's command line for zsh; see quoth completion bash for what "quoth complete" answers.
_quoth() {
  local line
  local -a lines matches shown
  lines=("${(@f)$(command quoth complete -- "${(@Q)words[2,CURRENT]}" 2>/dev/null)}")
  for line in "${lines[@]}"; do
    case $line in
      '') ;;
      :files) _files ;;
      :folders) _files -/ ;;
      *)
        matches+=("${line%%$'\t'*}")
        shown+=("${line/$'\t'/  -- }")
        ;;
    esac
  done
  (( $#matches )) && compadd -l -d shown -a matches
}
if [[ $funcstack[1] == _quoth ]]; then _quoth "$@"; else compdef _quoth quoth; fi
