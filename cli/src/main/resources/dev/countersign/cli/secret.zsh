#compdef secret
# Completes secret in zsh, after compinit: source <(secret completion zsh)
_secret() {
  local line tab=$'\t'
  local -a lines described
  lines=("${(@f)$(${words[1]} complete -- "${(@Q)words[2,CURRENT]}" 2>/dev/null)}")
  for line in $lines; do
    case $line in
      :file) _files && return ;;
      :directory) _files -/ && return ;;
      :program) _command_names -e && return ;;
      *$tab*) described+=("${${line%%$tab*}//:/\\:}:${line#*$tab}") ;;
      ?*) described+=("${line//:/\\:}") ;;
    esac
  done
  (( $#described )) && _describe -V secret described
}
if [[ ${funcstack[1]} == _secret ]]; then
  _secret "$@"
else
  compdef _secret secret
fi
