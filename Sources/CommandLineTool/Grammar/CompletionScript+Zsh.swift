internal import Diagnostics

extension CompletionScript {
  /// Completion for zsh; the file is to be named `_liggare` in a folder of `fpath`.
  ///
  /// The walk finds the verb; `_arguments` then does what it does for every program.
  func zsh() -> String {
    let name = grammar.name
    let valued = grammar.globalOptions.filter { $0.argument != nil }
      .flatMap { ["--\($0.name)"] + ($0.short.map { ["-\($0)"] } ?? []) }
    return """
      #compdef \(name)
      # Completion for \(name) in zsh, made from its declaration of verbs and options.

      _\(name)() {
        local curcontext="$curcontext" verb='' word
        local -i index=2
        local -a known valued following specs shared globals
        known=(\(paths.map { quoted($0.joined(separator: " ")) }.joined(separator: " ")))
        valued=(\(valued.joined(separator: " ")))
        globals=(
      \(specs(globalOptions))  )
        while (( index < CURRENT )); do
          word=$words[index]
          if [[ $word == -* ]]; then
            # Only global options with a finished value stand before the rest of the verb.
            if (( ${valued[(Ie)${word%%=*}]} == 0 )); then break; fi
            if [[ $word != *=* ]]; then
              if (( index + 1 >= CURRENT )); then break; fi
              (( index++ ))
            fi
          elif [[ -z $verb && $word == help ]]; then
            :
          elif (( ${known[(Ie)${verb:+$verb }$word]} )); then
            verb="${verb:+$verb }$word"
          else
            break
          fi
          (( index++ ))
        done
        case $verb in
      \(zshCases())  esac
        if (( $#following && CURRENT == index )) && [[ $words[CURRENT] != -* ]]; then
          _describe -t verbs verb following
          (( $#specs )) || return
        fi
        words=("$words[1]" "${(@)words[index,-1]}")
        (( CURRENT = CURRENT - index + 2 ))
        _arguments -s -S $specs $shared $globals
      }

      if [[ "$funcstack[1]" == _\(name) ]]; then
        _\(name) "$@"
      else
        compdef _\(name) \(name)
      fi

      """
  }

  private func zshCases() -> String {
    var cases = zshCase([], verb: nil)
    for path in paths { cases += zshCase(path, verb: grammar.verb(at: path)) }
    return cases
  }

  private func zshCase(_ path: [String], verb: VerbDeclaration?) -> String {
    var lines = ["    (\(quoted(path.joined(separator: " "))))"]
    let words = following(path)
    if !words.isEmpty {
      var described = words.map { quoted("\($0):\(summary(of: path + [$0]))") }
      if path.isEmpty { described.append(quoted("help:\(Labels.help.text(in: language))")) }
      lines.append("      following=(\(described.joined(separator: " ")))")
    }
    if let verb {
      lines.append("      specs=(")
      var text = lines.joined(separator: "\n") + "\n" + specs(verb.options)
      for (index, positional) in verb.positionals.enumerated() {
        text += "      " + quoted(spec(positional, at: index)) + "\n"
      }
      text += "      )\n"
      let shared = grammar.sharedOptions(of: verb)
      if !shared.isEmpty { text += "      shared=(\n\(specs(shared))      )\n" }
      return text + "      ;;\n"
    }
    return lines.joined(separator: "\n") + " ;;\n"
  }

  private func specs(_ options: [OptionDeclaration]) -> String {
    options.flatMap { option in
      let help = "[\(zshEscaped(option.help.text(in: language)))]"
      let argument = option.argument.map { ":\(zshEscaped(placeholder($0))):\(action($0))" } ?? ""
      let star = option.isRepeatable ? "*" : ""
      let long = "\(star)--\(option.name)\(option.argument == nil ? "" : "=")\(help)\(argument)"
      let short = option.short.map { "\(star)-\($0)\(help)\(argument)" }
      return [long] + (short.map { [$0] } ?? [])
    }
    .map { "        \(quoted($0))\n" }.joined()
  }

  private func spec(_ positional: PositionalDeclaration, at index: Int) -> String {
    let place = positional.isVariadic ? "*:" : "\(index + 1):" + (positional.isOptional ? ":" : "")
    return "\(place)\(zshEscaped(positional.name.uppercased())):\(action(positional.form))"
  }

  private func placeholder(_ form: ArgumentForm) -> String { form.placeholder.text(in: language) }

  private func action(_ form: ArgumentForm) -> String {
    if form == .file { return "_files" }
    return form.codes.isEmpty ? " " : "(\(form.codes.joined(separator: " ")))"
  }

  private func zshEscaped(_ text: String) -> String {
    var result = ""
    for character in text {
      if "[]:\\".contains(character) { result.append("\\") }
      result.append(character)
    }
    return result
  }
}
