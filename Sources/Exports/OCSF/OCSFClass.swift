/// The classes of OCSF 1.8.0 that events of the log are told as.
enum OCSFClass: Int64, CaseIterable {
  case complianceFinding = 2003
  case incidentFinding = 2005
  case accountChange = 3001
  case entityManagement = 3004
  case userAccessManagement = 3005

  /// 2 is findings, 3 is identity and access management.
  var category: Int64 { rawValue / 1_000 }

  var categoryName: String {
    category == 2 ? "Findings" : "Identity & Access Management"
  }

  var name: String {
    switch self {
    case .complianceFinding: "Compliance Finding"
    case .incidentFinding: "Incident Finding"
    case .accountChange: "Account Change"
    case .entityManagement: "Entity Management"
    case .userAccessManagement: "User Access Management"
    }
  }

  /// What the standard calls an activity of the class; the event's own type where the standard has none for it (99).
  func activityName(_ activity: Int64, type: String) -> String {
    names[activity] ?? type
  }

  private var names: [Int64: String] {
    switch self {
    case .complianceFinding, .incidentFinding: [1: "Create", 2: "Update", 3: "Close"]
    case .accountChange:
      [1: "Create", 2: "Enable", 3: "Password Change", 5: "Disable", 6: "Delete"]
    case .entityManagement:
      [
        1: "Create", 3: "Update", 4: "Delete", 5: "Move", 6: "Enroll", 7: "Unenroll", 8: "Enable",
        9: "Disable", 12: "Suspend", 13: "Resume",
      ]
    case .userAccessManagement: [1: "Assign Privileges", 2: "Revoke Privileges"]
    }
  }
}
