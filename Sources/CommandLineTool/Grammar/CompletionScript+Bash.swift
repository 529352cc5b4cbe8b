internal import Diagnostics

extension CompletionScript {
  /// Completion for bash 4 and later; it needs nothing but bash.
  ///
  /// Four tables in the form of functions, which answer in the variable `reply`, and one walk over
  /// the words that asks them.
  func bash() -> String {
    let name = grammar.name
    return """
      # Completion for \(name) in bash, made from its declaration of verbs and options.

      # The words that can follow the beginning of a verb.
      _\(name)_words() {
        reply=''
        case "$1" in
      \(wordCases())  esac
      }

      # The options of a verb.
      _\(name)_options() {
        reply=''
        case "$1" in
      \(optionCases())  esac
        case "$(_\(name)_kind "$1")" in
      \(line("reading", options(grammar.readingOptions)))
      \(line("writing", options(grammar.writingOptions)))
        esac
        reply="$reply \(options(globalOptions))"
      }

      # Whether a verb reads or records, when it takes all the options that such verbs share.
      _\(name)_kind() {
        case "$1" in
      \(kindCases())  esac
      }

      # The values of an option: file, or words; fails for an option without a value.
      _\(name)_value() {
        reply=''
        case "$1 $2" in
      \(ownValueCases())  esac
        case "$(_\(name)_kind "$1") $2" in
      \(valueCases(grammar.readingOptions, before: "reading "))\
      \(valueCases(grammar.writingOptions, before: "writing "))  esac
        case "$2" in
      \(valueCases(grammar.globalOptions, before: ""))  esac
        return 1
      }

      # The values of an argument known by its place, counted from 0.
      _\(name)_argument() {
        reply=''
        case "$1 $2" in
      \(argumentCases())  esac
      }

      \(CompletionScript.bashWalk.replacing("liggare", with: name))
      complete -F _\(name) \(name)

      """
  }

  private func line(_ pattern: String, _ words: String) -> String {
    "    \(pattern)) reply=\"$reply \(words)\" ;;"
  }

  private func wordCases() -> String {
    var cases = "    '') reply='\((following([]) + ["help"]).joined(separator: " "))' ;;\n"
    for path in paths {
      let words = following(path)
      guard !words.isEmpty else { continue }
      let pattern = quoted(path.joined(separator: " "))
      cases += "    \(pattern)) reply='\(words.joined(separator: " "))' ;;\n"
    }
    return cases
  }

  private func options(_ options: [OptionDeclaration]) -> String {
    options.map { "--\($0.name)" }.joined(separator: " ")
  }

  private func optionCases() -> String {
    grammar.verbs.filter { !grammar.listedOptions(of: $0).isEmpty }
      .map { "    \(quoted($0.name))) reply='\(options(grammar.listedOptions(of: $0)))' ;;\n" }
      .joined()
  }

  private func kindCases() -> String {
    var cases = ""
    for (kind, word) in [(VerbDeclaration.Kind.reading, "reading"), (.writing, "writing")] {
      let names = grammar.verbsTakingAllShared(of: kind).map { quoted($0.name) }
      guard !names.isEmpty else { continue }
      cases += "    \(names.joined(separator: " | "))) echo \(word) ;;\n"
    }
    return cases
  }

  private func ownValueCases() -> String {
    grammar.verbs.map { valueCases(grammar.listedOptions(of: $0), before: $0.name + " ") }
      .joined()
  }

  private func valueCases(_ options: [OptionDeclaration], before: String) -> String {
    var cases = ""
    for option in options {
      var patterns = [quoted("\(before)--\(option.name)")]
      if let short = option.short { patterns.append(quoted("\(before)-\(short)")) }
      let pattern = patterns.joined(separator: " | ")
      if let form = option.argument {
        cases += "    \(pattern)) reply='\(values(form))' && return 0 ;;\n"
      } else if !before.isEmpty {
        cases += "    \(pattern)) return 1 ;;\n"
      }
    }
    return cases
  }

  private func values(_ form: ArgumentForm) -> String {
    form == .file ? "file" : form.codes.map { "=" + $0 }.joined(separator: " ")
  }

  private func argumentCases() -> String {
    var cases = ""
    for verb in grammar.verbs {
      for (index, positional) in verb.positionals.enumerated() {
        let values = values(positional.form)
        guard !values.isEmpty else { continue }
        let place = positional.isVariadic ? "*" : "\(index)"
        cases += "    \(quoted(verb.name + " "))\(place)) reply='\(values)' ;;\n"
      }
    }
    return cases
  }

  /// The walk. A choice stands as `=code` in the tables, so that a choice named `file` is no file.
  private static let bashWalk = #"""
    _liggare_offer() {
      local IFS=$' \t\n'
      if [[ $1 == file ]]; then
        compopt -o filenames 2>/dev/null
        mapfile -t COMPREPLY < <(compgen -P "$3" -f -- "$2")
      else
        mapfile -t COMPREPLY < <(compgen -P "$3" -W "${1//=/}" -- "$2")
      fi
    }

    _liggare() {
      local current="${COMP_WORDS[COMP_CWORD]}" verb='' option='' ended='' word reply
      local -i index place=0
      COMPREPLY=()
      for ((index = 1; index < COMP_CWORD; index++)); do
        word="${COMP_WORDS[index]}"
        if [[ -n $option ]]; then
          # Bash makes = a word of its own, between the option and its value.
          [[ $word == '=' ]] || option=''
        elif [[ -z $ended && $word == -- ]]; then
          ended=1
        elif [[ -z $ended && $word == -?* ]]; then
          if [[ $word != *=* ]] && _liggare_value "$verb" "$word"; then option="$word"; fi
        else
          _liggare_words "$verb"
          if [[ -z $verb && $word == help ]]; then
            continue
          elif [[ $place -eq 0 && " $reply " == *" $word "* ]]; then
            verb="${verb:+$verb }$word"
          else
            place+=1
          fi
        fi
      done
      if [[ -n $option ]]; then
        [[ $current == '=' ]] && current=''
        _liggare_value "$verb" "$option"
        _liggare_offer "$reply" "$current" ''
      elif [[ -z $ended && $current == --*=* ]]; then
        if _liggare_value "$verb" "${current%%=*}"; then
          _liggare_offer "$reply" "${current#*=}" "${current%%=*}="
        fi
      elif [[ -z $ended && $current == -* ]]; then
        _liggare_options "$verb"
        _liggare_offer "$reply" "$current" ''
      else
        _liggare_argument "$verb" "$place"
        if [[ $reply == file ]]; then
          _liggare_offer file "$current" ''
          return
        fi
        local words="$reply"
        reply=''
        [[ $place -eq 0 ]] && _liggare_words "$verb"
        _liggare_offer "$words $reply" "$current" ''
      fi
    }
    """#
}
