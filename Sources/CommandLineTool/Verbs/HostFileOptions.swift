import Diagnostics

/// The options that name copies of the files in which a Linux host says who may use it.
enum HostFileOptions {
  static let all = [
    OptionDeclaration(
      "passwd", .file,
      help: Localized(en: "a copy of its passwd file", sv: "en kopia av dess passwd-fil")),
    OptionDeclaration(
      "group", .file,
      help: Localized(en: "a copy of its group file", sv: "en kopia av dess group-fil")),
    OptionDeclaration(
      "sudoers", .file,
      help: Localized(en: "a copy of its sudoers file", sv: "en kopia av dess sudoers-fil")),
  ]
}
