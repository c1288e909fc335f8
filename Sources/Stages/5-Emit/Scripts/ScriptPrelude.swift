/// The parts that every script starts with. Plain POSIX: no `local`, no arrays, nothing after 2008.
enum ScriptPrelude {
  /// Messages, and the place of the script's own files.
  static let text = #"""
    # --- Messages ---------------------------------------------------------------

    warn() {
      printf '%s: %s\n' "${0##*/}" "$*" >&2
    }

    # die CODE MESSAGE...
    die() {
      exit_code=$1
      shift
      warn "$@"
      exit "$exit_code"
    }

    # The words of a command as one line that a shell reads as the same words.
    shown() {
      shown_line=
      for shown_word do
        case $shown_word in
          '' | *[!A-Za-z0-9_./:=,@%+-]*)
            shown_word=$(printf '%s\n' "$shown_word" | sed "s/'/'\\\\''/g")
            shown_word="'$shown_word'"
            ;;
        esac
        shown_line="$shown_line${shown_line:+ }$shown_word"
      done
      printf '%s\n' "$shown_line"
    }

    # step NAME FUNCTION: the function leaves $detail and returns 0, or leaves $problem and returns an exit code.
    # The first problem ends the script; with --check each step gets a line instead.
    step() {
      detail=
      problem=
      "$2"
      step_code=$?
      if [ "$mode" != check ]; then
        [ "$step_code" -eq 0 ] || die "$step_code" "$problem"
      elif [ "$step_code" -eq 0 ]; then
        printf '%-12s ok    %s\n' "$1" "$detail"
      else
        printf '%-12s FAIL  %s\n' "$1" "$problem"
        [ "$check_code" -ne 0 ] || check_code=$step_code
      fi
    }

    # --- This folder ------------------------------------------------------------

    case $0 in
      */*) here=${0%/*}/ ;;
      *) here=. ;;
    esac
    here=$(CDPATH='' cd -- "$here" && pwd -P) || here=
    if [ -z "$here" ] || ! [ -f "$here/push-manifest.json" ]; then
      die \#(ScriptExit.damaged.rawValue) 'push-manifest.json is not beside this script: start it by its path'
    fi
    """#
}
