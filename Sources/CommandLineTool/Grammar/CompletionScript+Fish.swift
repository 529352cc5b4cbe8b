internal import Diagnostics

extension CompletionScript {
  /// Completion for fish, to be installed as `liggare.fish`.
  func fish() -> String {
    let name = grammar.name
    let valued = grammar.globalOptions.filter { $0.argument != nil }
      .flatMap { ["--\($0.name)"] + ($0.short.map { ["-\($0)"] } ?? []) }
    var script = """
      # Completion for \(name) in fish, made from its declaration of verbs and options.

      function __\(name)_verb
        set -l known \(fishList(paths.map { $0.joined(separator: " ") }))
        set -l valued \(fishList(valued))
        set -l words (commandline -opc)
        set -l verb ''
        set -e words[1]
        while set -q words[1]
          set -l word $words[1]
          set -e words[1]
          if string match -q -- '-*' $word
            if contains -- $word $valued; and set -q words[1]
              set -e words[1]
            end
          else if test "$verb" = '' -a "$word" = help
            continue
          else if contains -- (string trim -- "$verb $word") $known
            set verb (string trim -- "$verb $word")
          else
            break
          end
        end
        echo -- $verb
      end

      function __\(name)_at
        contains -- (__\(name)_verb) $argv
      end

      function __\(name)_reading
        __\(name)_at \(fishList(names(of: .reading)))
      end

      function __\(name)_writing
        __\(name)_at \(fishList(names(of: .writing)))
      end

      complete -c \(name) -f

      """
    script += fishWords()
    for option in globalOptions { script += fishLine(option, condition: nil) }
    for option in grammar.readingOptions {
      script += fishLine(option, condition: "__\(name)_reading")
    }
    for option in grammar.writingOptions {
      script += fishLine(option, condition: "__\(name)_writing")
    }
    for verb in grammar.verbs {
      let condition = "__\(name)_at \"\(verb.name)\""
      for option in grammar.listedOptions(of: verb) {
        script += fishLine(option, condition: condition)
      }
      for positional in verb.positionals {
        let action = fishAction(positional.form)
        guard !action.isEmpty else { continue }
        script += "complete -c \(name) -n \(fishQuoted(condition)) \(action)\n"
      }
    }
    return script
  }

  private func fishWords() -> String {
    var script = ""
    for path in [[]] + paths {
      let condition = fishQuoted("__\(grammar.name)_at \"\(path.joined(separator: " "))\"")
      for word in following(path) {
        script += "complete -c \(grammar.name) -n \(condition) -a \(word) "
        script += "-d \(fishQuoted(summary(of: path + [word])))\n"
      }
    }
    let help = Labels.help.text(in: language)
    let first = fishQuoted("__\(grammar.name)_at \"\"")
    return script + "complete -c \(grammar.name) -n \(first) -a help -d \(fishQuoted(help))\n"
  }

  private func fishLine(_ option: OptionDeclaration, condition: String?) -> String {
    var line = "complete -c \(grammar.name)"
    if let condition { line += " -n \(fishQuoted(condition))" }
    line += " -l \(option.name)"
    if let short = option.short { line += " -s \(short)" }
    if let form = option.argument {
      let action = fishAction(form)
      line += " -r " + (action.isEmpty ? "-f" : action)
    }
    return line + " -d \(fishQuoted(option.help.text(in: language)))\n"
  }

  private func fishAction(_ form: ArgumentForm) -> String {
    if form == .file { return "-F" }
    return form.codes.isEmpty ? "" : "-f -a \(fishQuoted(form.codes.joined(separator: " ")))"
  }

  private func names(of kind: VerbDeclaration.Kind) -> [String] {
    grammar.verbsTakingAllShared(of: kind).map(\.name)
  }

  private func fishList(_ words: [String]) -> String {
    words.map(fishQuoted).joined(separator: " ")
  }

  private func fishQuoted(_ text: String) -> String {
    "'" + text.replacing("\\", with: "\\\\").replacing("'", with: "\\'") + "'"
  }
}
