public import Diagnostics

/// Views about one matter, as help and lists put them together.
public struct ViewGroup: Sendable {
  public var title: Localized
  /// The tables that the register alone answers.
  public var views: [any RegisterView.Type]
  /// The tables that the events answer.
  public var eventViews: [any EventView.Type]
  /// What needs more than that.
  public var others: [ViewDescription]

  init(
    _ title: Localized, _ views: [any RegisterView.Type],
    events eventViews: [any EventView.Type] = [], others: [ViewDescription] = []
  ) {
    self.title = title
    self.views = views
    self.eventViews = eventViews
    self.others = others
  }

  /// All of them, in order.
  public var descriptions: [ViewDescription] {
    views.map { $0.description } + eventViews.map { $0.description } + others
  }
}
