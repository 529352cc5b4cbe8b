public import AccessModel
public import CanonicalJSON

extension WireValue where Self: CodedValue {
  public static var form: String {
    "one of " + allCases.map { "`\($0.code)`" }.joined(separator: ", ")
  }

  /// The family's first member.
  public init(blank: Void) {
    guard let first = Self.allCases.first else {
      preconditionFailure("A coded family has at least one member.")
    }
    self = first
  }

  public init(from reader: inout JSONReader) throws(CanonicalJSONError) {
    let begin = reader.offset
    guard let code = InlineASCII(bytes: try reader.plainString()), let value = Self.codes[code]
    else { throw CanonicalJSONError(.valueOutOfRange, at: begin) }
    self = value
  }

  public func write(to writer: inout JSONWriter) {
    writer.plainString { target in code.withUTF8Buffer { target.append(contentsOf: $0) } }
  }
}

extension Role: WireValue {}
extension PersonCategory: WireValue {}
extension UnitKind: WireValue {}
extension Ownership: WireValue {}
extension SystemStatus: WireValue {}
extension AccountKind: WireValue {}
extension Privilege: WireValue {}
extension Purpose: WireValue {}
extension AuthorityKind: WireValue {}
extension Channel: WireValue {}
extension RevocationCause: WireValue {}
extension EndorsementOutcome: WireValue {}
extension ReviewOutcome: WireValue {}
extension KeyKind: WireValue {}
extension Answer: WireValue {}
extension RequestKind: WireValue {}
extension ReportingDuty: WireValue {}
extension AbsenceEffect: WireValue {}
extension ErasureBasis: WireValue {}
extension IdentityDetail: WireValue {}
extension RiskAnalysisKind: WireValue {}
extension PersonalDataKind: WireValue {}
extension Sector: WireValue {}
extension SeparationKind: WireValue {}
extension SeparationSeverity: WireValue {}
extension PolicyLevel: WireValue {}
extension SuspensionCause: WireValue {}
extension ExpiryCause: WireValue {}
extension EmergencyKind: WireValue {}
extension EmergencyJudgement: WireValue {}
extension DenialGround: WireValue {}
extension RetentionClass: WireValue {}
extension StaleRule: WireValue {}
extension FlagOutcome: WireValue {}
extension DisclosureProfile: WireValue {}
extension RecipientKind: WireValue {}
extension FlagNotice: WireValue {}
extension DiscrepancyOutcome: WireValue {}
extension ReviewAxis: WireValue {}
extension ReviewTrigger: WireValue {}
extension NoResponseEffect: WireValue {}
extension RoutingKind: WireValue {}
extension RoutingCause: WireValue {}
extension ReviewStrategy: WireValue {}
extension ReviewClosing: WireValue {}
extension ReviewAssessment: WireValue {}
extension StatementCheck: WireValue {}
extension AnswerSoFar: WireValue {}
extension IncidentCategory: WireValue {}
extension IncidentOutcome: WireValue {}
extension IncidentActionKind: WireValue {}
extension InformedParty: WireValue {}
extension RootCause: WireValue {}
extension IncidentRelation: WireValue {}
extension DutyOutcome: WireValue {}
