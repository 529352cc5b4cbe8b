import AccessModel
import Diagnostics
import Interchange
import Policies

extension AccountPlan {
  /// What an account is for, in the ledger's terms.
  static func kind(of account: LinuxAccount) -> AccountKind {
    switch account.kind {
    case .root: .admin
    case .system: .service
    case .personal: .personal
    }
  }

  /// A text that can stand in the log: cut to size, and another one where it looks like personal data.
  static func label(_ text: String, otherwise: String) -> String {
    var shown = text
    if shown.utf8.count > Label.bytesMax {
      shown = ""
      for character in text {
        guard shown.utf8.count + character.utf8.count + 3 <= Label.bytesMax else { break }
        shown.append(character)
      }
      shown += "…"
    }
    let isPersonal =
      NoPersonalData.check(shown, field: Localized(en: "description", sv: "beskrivning")) != nil
    return isPersonal || Label(shown) == nil ? otherwise : shown
  }
}

extension LinuxRight {
  /// Groups whose members can become root without a sudo rule: through devices, containers or password hashes.
  private static let powerfulGroups: Set<String> = [
    "admin", "disk", "docker", "lxd", "root", "shadow", "sudo", "wheel",
  ]

  /// Whether it gives power over the host itself.
  var isPrivileged: Bool {
    switch grant {
    case .login: false
    case .group(let membership):
      membership.gid == 0 || LinuxRight.powerfulGroups.contains(membership.group)
    case .sudo(let right): right.isPrivileged
    }
  }
}
