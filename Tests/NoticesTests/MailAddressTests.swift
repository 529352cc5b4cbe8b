import Notices
import Testing

struct MailAddressTests {
  @Test(arguments: ["eva.lind@mail.example", "a@b", "x+y=z@sub.mail.example"])
  func `an address of the plain form is one`(text: String) {
    #expect(MailAddress(text)?.text == text)
  }

  @Test(arguments: [
    "", "@", "eva", "eva@", "@mail.example", "eva@mail@example", "eva lind@mail.example",
    "eva@mail.example\r\nBcc: all@mail.example", "\"eva\"@mail.example", ".eva@mail.example",
    "eva..lind@mail.example", "eva@mail.example.", "åke@mail.example", "eva@[192.0.2.1]",
    "eva,bo@mail.example",
  ])
  func `what a header would read otherwise is no address`(text: String) {
    #expect(MailAddress(text) == nil)
  }
}
