public import AccessModel
public import Diagnostics
public import Notices

/// How those who must act are told in a run.
public struct MailRun {
  /// Who the letters are from.
  public var sender: MailAddress
  /// In which language.
  public var language: Language
  /// Where the letters go.
  public var post: any Post
  /// The name of a person where it may be shown.
  public var names: (PersonID) -> String?
  /// The address of a person as the identity register has it.
  public var addresses: (PersonID) -> String?

  public init(
    sender: MailAddress, language: Language, post: any Post,
    names: @escaping (PersonID) -> String?, addresses: @escaping (PersonID) -> String?
  ) {
    self.sender = sender
    self.language = language
    self.post = post
    self.names = names
    self.addresses = addresses
  }
}

/// Takes letters.
public protocol Post {
  /// Takes one letter. The same letter again must be taken as if it were once.
  ///
  /// - Throws: `JOB-08` when it cannot be taken now.
  func deliver(_ letter: Letter) throws(Diagnostic)
}
