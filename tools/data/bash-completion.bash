# Completion of quoth's command line for bash. "quoth complete" answers with a word a line, a tab and what it means, and
# with ":files" or ":folders" where paths may stand. Words are quoted, since those of a store are a stranger's.
_quoth() {
  local at=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} word rest
  local -a words=("${COMP_WORDS[@]:1:COMP_CWORD}") paths
  words=("${words[@]//[\\\"\']/}")
  COMPREPLY=()
  while IFS=$'\t' read -r word rest; do
    case $word in
      :files | :folders)
        [[ $at == = ]] && at=
        compopt -o filenames
        mapfile -t paths < <(compgen "$([[ $word == :files ]] && echo -f || echo -d)" -- "$at")
        COMPREPLY+=("${paths[@]}")
        ;;
      *)
        # Where bash parts words at "=", what stands before it is no part of the word that is completed.
        [[ $at == = || $before == = ]] && word=${word#*=}
        COMPREPLY+=("$(printf '%q' "$word")")
        ;;
    esac
  done < <(command quoth complete -- "${words[@]}" 2>/dev/null)
}
complete -F _quoth quoth
