internal import ImageIR

/// The part that proves that the folder is as altoc wrote it, before anything is built from it.
enum ScriptFolder {
  /// Needs `content_tag` and `compiled_platform`, `dockerfile` and the function `restore_modes`.
  static let text = #"""
    find_hash_tool() {
      hash_tool=
      # yash keeps the variable of a loop inside its function.
      for candidate in sha256sum shasum openssl; do
        if command -v "$candidate" >/dev/null 2>&1; then
          hash_tool=$candidate
          detail=$candidate
          return 0
        fi
      done
      problem='none of sha256sum, shasum and openssl is there: nothing can be verified'
      return \#(ScriptExit.noTool.rawValue)
    }

    # hash_files TEST...: "SUM  ./PATH" of the files that find's tests let through.
    hash_files() {
      case $hash_tool in
        sha256sum) find . ! -path ./SHA256SUMS "$@" -exec sha256sum {} + ;;
        shasum) find . ! -path ./SHA256SUMS "$@" -exec shasum -a 256 {} + ;;
        openssl) find . ! -path ./SHA256SUMS "$@" -exec openssl dgst -sha256 -r {} + ;;
      esac
    }

    hash_input() {
      case $hash_tool in
        sha256sum) sha256sum ;;
        shasum) shasum -a 256 ;;
        openssl) openssl dgst -sha256 -r ;;
      esac | cut -c 1-64
    }

    # "MODE SUM  PATH" of every file here, the word "mode" for one that altoc never gives.
    list_files() {
      cd -- "$here" || return
      hash_files -type f -perm 0755 | sed 's/^\([0-9a-f]*\) [ *]\.\//0755 \1  /'
      hash_files -type f -perm 0644 | sed 's/^\([0-9a-f]*\) [ *]\.\//0644 \1  /'
      hash_files -type f ! -perm 0755 ! -perm 0644 | sed 's/^\([0-9a-f]*\) [ *]\.\//mode \1  /'
    }

    print_files() {
      cat <<END
    $files
    END
    }

    # The text whose sum is the tag of the inputs, for the platform $1.
    content_text() {
      cd -- "$here" || return
      printf '%s\n' 'altoc inputs 1' "platform $1" "dockerfile $(hash_input <"$dockerfile")  $dockerfile"
      {
        print_files | sed -n '/^[^ ]* [^ ]*  context\//p'
        find context -type d ! -path context -perm 1777 | sed 's/^/1777 folder  /'
        find context -type d ! -path context -perm 0755 | sed 's/^/0755 folder  /'
        find context -type d ! -path context ! -perm 1777 ! -perm 0755 | sed 's/^/mode folder  /'
        find context -type l -exec sh -c '
          for link do printf "link %s//%s\n" "$link" "$(readlink "$link")"; done' sh {} +
        find context ! -type d ! -type f ! -type l | sed 's/^/other /'
      } | LC_ALL=C sort
    }

    content_tag_for() {
      printf 'c-%s\n' "$(content_text "$1" | hash_input)"
    }

    # Both ways: a line that stands in only one of the two lists is a file that was changed, added or lost.
    verify_folder() {
      if [ -z "$hash_tool" ] || ! [ -f "$here/SHA256SUMS" ]; then
        problem='cannot be verified: there is no hash tool, or no SHA256SUMS'
        return \#(ScriptExit.damaged.rawValue)
      fi
      files=$(list_files)
      differing=$({
        LC_ALL=C sort -u "$here/SHA256SUMS"
        print_files | sed 's/^[^ ]* //'
        echo end
      } | LC_ALL=C sort | uniq -u)
      case $differing in
        end) ;;
        *)
          problem="changed, added or lost since altoc wrote this folder:$(name_differing)"
          return \#(ScriptExit.damaged.rawValue)
          ;;
      esac
      if [ "$(content_tag_for "$compiled_platform")" != "$content_tag" ]; then
        problem="a mode, a link or an empty folder in context/ is not as altoc wrote it. Compile again, or give
    the modes back: $(restore_modes)"
        return \#(ScriptExit.damaged.rawValue)
      fi
      detail='every file is as altoc wrote it'
    }

    # The first names only: a list of thousands helps nobody.
    name_differing() {
      sed -n 's/^[0-9a-f]*  / /p' <<END | LC_ALL=C sort -u | sed -n '1,10p' | tr -d '\n'
    $differing
    END
    }
    """#

  /// The function that prints the command which gives the context the modes that altoc wrote.
  static func restoreModes(openFolders: [String]) -> String {
    let open = openFolders.map { " \"$here/\"" + shellWord("context/" + $0) }.joined()
    let second = open.isEmpty ? "" : "\n  printf ' && '\n  shown chmod 1777" + open
    return """
      restore_modes() {
        restore_line=$(shown chmod -R u=rwX,go=rX "$here/context")
        printf '%s' "$restore_line"\(second)
      }
      """
  }
}
