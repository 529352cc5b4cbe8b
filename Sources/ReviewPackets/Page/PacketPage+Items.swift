import AccessModel
import Diagnostics
import Markup
import Transparency

extension PacketPage {
  /// The items, in their groups.
  func items(_ html: inout MarkupWriter) {
    html.element("section", ["aria-labelledby": "items"]) { html in
      html.element("h2", ["id": "items", "tabindex": "-1"], text: word(PageWords.items))
      html.element("div", ["id": "groups"]) { html in
        for (number, group) in groups.enumerated() {
          html.element(
            "section", ["class": "group", "aria-labelledby": "group-\(number)"]
          ) { html in
            html.element("h3", ["id": "group-\(number)"]) { $0.element("bdi", text: group.name) }
            for place in group.places { item(&html, packet.items[place], place + 1) }
          }
        }
      }
    }
  }

  /// The groups by the order of their first items, each with the places of its own.
  private var groups: [(name: String, places: [Int])] {
    var found: [(name: String, places: [Int])] = []
    var places: [String: Int] = [:]
    for (place, item) in packet.items.enumerated() {
      let name = name(of: item, packet.grouping)
      if let known = places[name] {
        found[known].places.append(place)
      } else {
        places[name] = found.count
        found.append((name, [place]))
      }
    }
    return found
  }

  private func name(of item: ReviewPacket.Item, _ grouping: ReviewPacket.Grouping) -> String {
    switch grouping {
    case .person: word(item.holder)
    case .system: "\(item.systemName) (\(item.system))"
    }
  }

  private func item(_ html: inout MarkupWriter, _ item: ReviewPacket.Item, _ number: Int) {
    html.element(
      "article",
      [
        "class": "item", "id": "item-\(number)", "aria-labelledby": "title-\(number)",
        "data-grant": "\(item.grant)", "data-seen": item.seen.hexadecimal,
        "data-person": ShownText.of(name(of: item, .person)),
        "data-system": ShownText.of(name(of: item, .system)),
        "data-changed": item.isChanged ? "yes" : "no",
        "data-reason-to-keep": item.needsReasonToKeep ? "yes" : "no",
      ]
    ) { html in
      html.element("h4", ["id": "title-\(number)", "tabindex": "-1"]) { html in
        html.element("bdi", text: item.entitlementName)
        html.passage(" ")
        html.element("span", ["class": "where"]) { html in
          html.text("– ")
          html.element("bdi", text: item.systemName)
          html.text(", ")
          html.element("bdi", text: word(item.holder))
        }
      }
      marks(&html, item)
      hints(&html, item)
      html.element("div", ["class": "sides"]) { html in
        html.element("div") { facts(&$0, item) }
        html.element("div") { answer(&$0, item, number) }
      }
    }
  }

  private func marks(_ html: inout MarkupWriter, _ item: ReviewPacket.Item) {
    guard item.privilege == .privileged || item.isChanged else { return }
    html.element("ul", ["class": "marks"]) { html in
      if item.privilege == .privileged {
        html.element("li", text: word(item.privilege.word))
      }
      if item.isChanged { html.element("li", text: word(item.change)) }
    }
  }

  private func hints(_ html: inout MarkupWriter, _ item: ReviewPacket.Item) {
    guard !item.hints.isEmpty else { return }
    html.element("div", ["class": "hints"]) { html in
      html.element("strong", text: word(PacketWords.hints))
      html.element("ul") { html in
        for hint in item.hints { html.element("li", text: word(hint)) }
      }
    }
  }

  private func facts(_ html: inout MarkupWriter, _ item: ReviewPacket.Item) {
    html.element("table") { html in
      html.element(
        "caption", ["class": "unseen"], text: "\(word(PacketWords.grant)) \(item.grant)")
      html.element("tbody") { html in
        fact(&html, PacketWords.description, item.description)
        fact(&html, PacketWords.unit, item.units.isEmpty ? word(PacketWords.nowhere) : item.units)
        fact(&html, PacketWords.privilege, word(item.privilege.word))
        fact(&html, PacketWords.level, "\(item.level)")
        if let scope = item.scope { fact(&html, PacketWords.heldScope, "\(scope)") }
        fact(&html, PacketWords.since, "\(item.since)")
        fact(
          &html, PacketWords.lastDay, item.lastDay.map { "\($0)" } ?? word(PacketWords.noEnd))
        fact(
          &html, PacketWords.lastUse,
          item.lastUse.map { "\($0)" } ?? word(PacketWords.noUse(item)))
        fact(&html, PacketWords.peers, word(PacketWords.peers(item)))
        fact(&html, PacketWords.change, word(item.change))
        fact(&html, PacketWords.previous, word(PacketWords.previous(item)))
        fact(&html, PacketWords.grant, "\(item.grant), \(item.entitlement)")
      }
    }
  }

  private func answer(_ html: inout MarkupWriter, _ item: ReviewPacket.Item, _ number: Int) {
    html.element("fieldset") { html in
      html.element("legend", text: word(PageWords.question))
      for outcome in item.outcomes {
        html.element("label", ["class": "choice"]) { html in
          html.void(
            "input",
            [
              "type": "radio", "name": "outcome-\(number)", "value": "\(outcome.code)",
              "data-word": word(outcome.word), "autocomplete": "off",
            ])
          html.text(word(outcome.word))
        }
      }
    }
    html.element("p", ["class": "field", "hidden": ""]) { html in
      html.element("label", ["for": "until-\(number)"], text: word(PacketWords.until))
      html.void(
        "input",
        [
          "type": "date", "id": "until-\(number)", "data-part": "until", "autocomplete": "off",
          "min": "\(packet.shownOn)", "max": "9999-12-31",
        ])
    }
    html.element("p", ["class": "field", "hidden": ""]) { html in
      html.element("label", ["for": "scope-\(number)"]) { html in
        html.text(word(PacketWords.scope) + " " + word(PageWords.optional))
      }
      html.void(
        "input",
        [
          "type": "text", "id": "scope-\(number)", "data-part": "scope", "maxlength": "32",
          "autocomplete": "off",
        ])
    }
    html.element("p", ["class": "field"]) { html in
      html.element("label", ["for": "reason-\(number)"]) { html in
        html.text(word(PacketWords.reason) + " ")
        html.element("span", ["class": "due", "hidden": ""], text: word(PageWords.required))
        html.element("span", ["class": "free"], text: word(PageWords.optional))
      }
      html.element(
        "textarea",
        [
          "id": "reason-\(number)", "data-part": "reason", "rows": "2", "maxlength": "500",
          "autocomplete": "off",
        ]
      ) { _ in }
    }
    html.element("p", ["class": "pick", "data-needs-script": "", "hidden": ""]) { html in
      html.element("label", ["class": "check"]) { html in
        html.void("input", ["type": "checkbox", "data-part": "pick", "autocomplete": "off"])
        html.element("span", text: word(PageWords.pick))
      }
    }
    html.element("div", ["class": "ending"]) { html in
      html.element("p", ["class": "state"], text: word(PageWords.open))
      html.element(
        "button", ["type": "button", "data-part": "clear", "hidden": ""],
        text: word(PageWords.clear))
    }
  }
}
