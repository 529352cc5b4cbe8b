import AccessModel
public import Diagnostics
import Markup
import Transparency

extension ReviewPacket {
  /// The packet as one HTML page that needs nothing else: no server, no network, no program but a browser.
  ///
  /// The same packet in the same language is the same bytes. Its policy allows the one style and the one script that are in it, by their
  /// digests, and nothing from anywhere else.
  public func page(in language: Language) -> [UInt8] {
    PacketPage(packet: self, language: language).bytes()
  }
}

/// The parts of the page, in their order.
struct PacketPage {
  let packet: ReviewPacket
  let language: Language

  func word(_ text: Localized) -> String { text.text(in: language) }

  func bytes() -> [UInt8] {
    var html = MarkupWriter()
    html.passage("<!DOCTYPE html>\n")
    html.element("html", ["lang": language.rawValue]) { html in
      head(&html)
      html.element(
        "body",
        [
          "data-origin": packet.origin, "data-review": "\(packet.review)",
          "data-reviewer": "\(packet.reviewer)", "data-position": "\(packet.position)",
          "data-day": "\(packet.shownOn)", "data-bulk-max": "\(packet.bulkKeepMax)",
          "data-sitting-max": "\(packet.sittingMax)", "data-file": packet.fileName,
        ]
      ) { html in
        html.element("a", ["class": "skip", "href": "#items"], text: word(PageWords.skip))
        html.element("header") { about(&$0) }
        html.element("main") { html in
          how(&html)
          tools(&html)
          items(&html)
          finish(&html)
        }
        html.element("footer") { $0.element("p", text: word(PageWords.personalData)) }
        words(&html)
        html.element("script") { $0.passage(PageScript.source) }
      }
    }
    html.passage("\n")
    return html.bytes
  }

  private func head(_ html: inout MarkupWriter) {
    html.element("head") { html in
      html.void("meta", ["charset": "utf-8"])
      html.void(
        "meta", ["http-equiv": "Content-Security-Policy", "content": PacketPage.contentPolicy])
      html.void("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"])
      html.void("meta", ["name": "referrer", "content": "no-referrer"])
      html.void("meta", ["name": "robots", "content": "noindex"])
      html.element(
        "title", text: "\(word(PacketWords.title(packet))) – \(packet.reviewerName)")
      html.element("style") { $0.passage(PageStyle.source) }
    }
  }

  /// What the page may load and run: its own style and script, by their digests.
  static let contentPolicy =
    "default-src 'none'; style-src 'sha256-\(digest(of: PageStyle.source))'; script-src 'sha256-\(digest(of: PageScript.source))'; base-uri 'none'; form-action 'none'"

  private static func digest(of source: StaticString) -> String {
    source.withUTF8Buffer { SHA256.digest(of: UnsafeRawBufferPointer($0)).base64 }
  }

  private func about(_ html: inout MarkupWriter) {
    html.element("h1", text: word(PacketWords.title(packet)))
    html.element("table") { html in
      html.element("caption", ["class": "unseen"], text: word(PageWords.about))
      html.element("tbody") { html in
        fact(&html, PageWords.reviewer, "\(packet.reviewerName) (\(packet.reviewer))")
        fact(&html, PageWords.organisation, packet.organisation)
        fact(&html, PageWords.answerBy, "\(packet.lastDay)")
        fact(&html, PageWords.shown, word(PacketWords.shown(packet)))
        fact(&html, PageWords.number, "\(packet.items.count)")
      }
    }
    html.element("p", text: word(PacketWords.silence(packet)))
  }

  private func how(_ html: inout MarkupWriter) {
    html.element("section", ["aria-labelledby": "how"]) { html in
      html.element("h2", ["id": "how"], text: word(PageWords.how))
      html.element("noscript") { html in
        html.element("p", ["class": "problems"], text: word(PageWords.noScript))
      }
      html.element("ol") { html in
        for step in PageWords.steps { html.element("li", text: word(step)) }
      }
      html.element("details") { html in
        html.element("summary", text: word(PageWords.outcomes))
        html.element("dl") { html in
          for outcome in ReviewOutcome.allCases {
            html.element("dt", text: word(outcome.word))
            html.element("dd", text: word(PacketWords.meaning(of: outcome)))
          }
        }
      }
      html.element("details", ["id": "keys", "data-needs-script": "", "hidden": ""]) { html in
        html.element("summary", text: word(PageWords.keys))
        html.element("p") { html in
          html.element("label", ["class": "check"]) { html in
            html.void("input", ["type": "checkbox", "id": "use-keys", "checked": ""])
            html.element("span", text: word(PageWords.useKeys))
          }
        }
        html.element("table") { html in
          html.element("caption", ["class": "unseen"], text: word(PageWords.keys))
          html.element("thead") { html in
            html.element("tr") { html in
              html.element("th", ["scope": "col"], text: word(PageWords.key))
              html.element("th", ["scope": "col"], text: word(PageWords.does))
            }
          }
          html.element("tbody") { html in
            for row in PageWords.keyTable {
              html.element("tr") { html in
                html.element("th", ["scope": "row"]) { $0.element("kbd", text: row.key) }
                html.element("td", text: word(row.does))
              }
            }
          }
        }
      }
      html.element("p", ["class": "quiet"], text: word(PageWords.timeNote))
      html.element("p", ["class": "quiet", "id": "draft", "role": "status"]) { _ in }
    }
  }

  private func tools(_ html: inout MarkupWriter) {
    html.element(
      "div",
      ["class": "progress", "data-needs-script": "", "hidden": ""]
    ) { html in
      html.element("label", ["for": "progress", "id": "progress-text", "aria-live": "polite"]) {
        _ in
      }
      html.element(
        "progress", ["id": "progress", "max": "\(packet.items.count)", "value": "0"]
      ) { _ in }
    }
    html.element("div", ["class": "tools", "data-needs-script": "", "hidden": ""]) { html in
      html.element("fieldset") { html in
        html.element("legend", text: word(PageWords.selection))
        html.element("div", ["class": "row"]) { html in
          box(&html, "only-changed", PageWords.onlyChanged)
          box(&html, "only-open", PageWords.onlyOpen)
          html.element("span") { html in
            html.element("label", ["for": "grouping"], text: word(PageWords.grouping))
            html.passage(" ")
            html.element("select", ["id": "grouping"]) { html in
              option(&html, .person, PacketWords.person)
              option(&html, .system, PacketWords.system)
            }
          }
        }
        html.element("p", ["id": "shown", "role": "status", "class": "quiet"]) { _ in }
      }
      html.element("fieldset") { html in
        html.element("legend", text: word(PageWords.bulk))
        html.element("div", ["class": "row"]) { html in
          html.element(
            "button", ["type": "button", "id": "pick-plain"], text: word(PageWords.pickPlain))
          html.element(
            "button", ["type": "button", "id": "keep-picked"], text: word(PageWords.keepPicked))
        }
        html.element("p", ["id": "bulk-text", "role": "status", "class": "quiet"]) { _ in }
      }
    }
  }

  private func box(_ html: inout MarkupWriter, _ id: String, _ text: Localized) {
    html.element("label", ["class": "check"]) { html in
      html.void("input", ["type": "checkbox", "id": id, "autocomplete": "off"])
      html.element("span", text: word(text))
    }
  }

  private func option(
    _ html: inout MarkupWriter, _ grouping: ReviewPacket.Grouping, _ text: Localized
  ) {
    html.element(
      "option",
      ["value": grouping.rawValue, "selected": packet.grouping == grouping ? "" : nil],
      text: word(text))
  }

  private func finish(_ html: inout MarkupWriter) {
    html.element(
      "section",
      ["id": "finish", "aria-labelledby": "finish-title", "data-needs-script": "", "hidden": ""]
    ) { html in
      html.element("h2", ["id": "finish-title"], text: word(PageWords.finish))
      html.element("p", text: word(PageWords.finishText))
      html.element("div", ["class": "row"]) { html in
        html.element(
          "button", ["type": "button", "id": "make", "class": "main"], text: word(PageWords.make))
        html.element("button", ["type": "button", "id": "forget"], text: word(PageWords.forget))
      }
      html.element(
        "div",
        ["id": "problems", "class": "problems", "role": "alert", "tabindex": "-1", "hidden": ""]
      ) { _ in }
      html.element(
        "div", ["id": "result", "class": "result", "tabindex": "-1", "hidden": ""]
      ) { _ in }
    }
  }

  func fact(_ html: inout MarkupWriter, _ name: Localized, _ value: String) {
    html.element("tr") { html in
      html.element("th", ["scope": "row"], text: word(name))
      html.element("td") { $0.element("bdi", text: value) }
    }
  }

  /// What the script says, in the language of the page.
  private func words(_ html: inout MarkupWriter) {
    html.element(
      "div",
      [
        "id": "words", "hidden": "", "data-progress": word(PageWords.progress),
        "data-shown": word(PageWords.shownCount), "data-open": word(PageWords.open),
        "data-answered": word(PageWords.answered),
        "data-answered-in-bulk": word(PageWords.answeredInBulk),
        "data-draft-kept": word(PageWords.draftKept),
        "data-draft-not-kept": word(PageWords.draftNotKept),
        "data-picked": word(PageWords.picked),
        "data-nothing-picked": word(PageWords.nothingPicked),
        "data-too-many": word(PageWords.tooMany), "data-kept-in-bulk": word(PageWords.keptInBulk),
        "data-needs-reason": word(PageWords.needsReason),
        "data-needs-day": word(PageWords.needsDay),
        "data-day-has-passed": word(PageWords.dayHasPassed), "data-no-day": word(PageWords.noDay),
        "data-nothing-answered": word(PageWords.nothingAnswered),
        "data-to-mend": word(PageWords.toMend), "data-made": word(PageWords.made),
        "data-send": word(PageWords.send), "data-in-parts": word(PageWords.inParts),
        "data-download": word(PageWords.download), "data-text": word(PageWords.text),
        "data-copy": word(PageWords.copy), "data-copied": word(PageWords.copied),
        "data-copy-yourself": word(PageWords.copyYourself),
        "data-forget-all": word(PageWords.forgetAll),
      ]
    ) { _ in }
  }
}
