# Completes secret in fish: secret completion fish | source
function __secret_complete
  set -l words (commandline -opc)
  set -l program $words[1]
  set -e words[1]
  set -l current (commandline -ct)
  for line in ($program complete -- $words "$current" 2>/dev/null)
    switch $line
      case :file
        __fish_complete_path "$current"
      case :directory
        __fish_complete_directories "$current"
      case :program
        complete -C "$current"
      case '*'
        echo $line
    end
  end
end
complete -c secret -f -a '(__secret_complete)'
