# Completes secret in bash: source <(secret completion bash)
_secret() {
  local piece joined='' cut='' line word count=0 i tab=$'\t'
  local -a words
  words=()
  COMPREPLY=()
  # bash takes words apart at equals signs: put them together again.
  for ((i = 1; i <= COMP_CWORD; i++)); do
    piece=${COMP_WORDS[i]}
    if [[ $piece == = ]] && ((count > 0)); then
      joined+=$piece
      cut=$joined
    elif ((i > 1)) && [[ ${COMP_WORDS[i - 1]} == = ]]; then
      cut=$joined
      joined+=$piece
    else
      cut=''
      joined=$piece
      count=$((count + 1))
    fi
    word=${joined//[\"\'\\]/}
    words[count - 1]=${word/#\~\//$HOME/}
  done
  while IFS= read -r line; do
    word=${COMP_WORDS[COMP_CWORD]}
    [[ $word == = ]] && word=''
    case $line in
      :file)
        compopt -o filenames 2>/dev/null
        while IFS= read -r line; do COMPREPLY+=("$line"); done < <(compgen -f -- "$word")
        ;;
      :directory)
        compopt -o filenames 2>/dev/null
        while IFS= read -r line; do COMPREPLY+=("$line"); done < <(compgen -d -- "$word")
        ;;
      :program)
        while IFS= read -r line; do COMPREPLY+=("$line"); done < <(compgen -c -- "$word")
        ;;
      *)
        line=${line%%"$tab"*}
        COMPREPLY+=("$(printf %q "${line#"$cut"}")")
        ;;
    esac
  done < <("${COMP_WORDS[0]}" complete -- "${words[@]}" 2>/dev/null)
}
complete -F _secret secret
