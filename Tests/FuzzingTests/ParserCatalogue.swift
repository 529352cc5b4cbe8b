/// Every parser that is fuzzed. A parser that is not listed here is never run.
enum ParserCatalogue {
  static let all: [any FuzzedParser.Type] = [
    AgentAnswerParser.self, CanonicalJSONParser.self, CheckpointParser.self, CommandLineParser.self,
    DecisionFileParser.self, IncidentRulesParser.self,
    KeyLineParser.self, LogBookmarkParser.self, LogLineParser.self, MomentParser.self,
    OneLineFileParser.self, OperationStreamParser.self, OperationsLineParser.self,
    PolicyDocumentParser.self,
    PrivateKeyParser.self, ProofFileParser.self, RightSnapshotParser.self,
    SeparatedValuesParser.self,
    SignatureFileParser.self,
    SignatureParser.self, SudoersParser.self, TimeZoneParser.self, UserDatabaseParser.self,
    UsageFileParser.self,
    WitnessInputParser.self, WitnessPolicyParser.self, WitnessRequestParser.self,
    WorkbookPartParser.self,
  ]
}
