// Which column is which target field.
#include <algorithm>

#include "profile/draft.hpp"

namespace srgconv::profile {
namespace {

class Finder {
 public:
  explicit Finder(const Layout& layout) : layout_(layout), taken_(layout.columns.size(), false) {}

  Targets take() {
    Targets found;
    const auto means = [](Meaning meaning) { return [meaning](const Column& column) { return column.meaning == meaning; }; };
    found.bsn = first([](const Column& column) { return column.kind == Kind::bsn && column.meaning == Meaning::bsn; });
    if (!found.bsn) found.bsn = first([](const Column& column) { return column.kind == Kind::bsn; });
    found.old_id = first(means(Meaning::old_id));
    found.new_id = first(means(Meaning::new_id));
    found.start = first([](const Column& column) { return column.meaning == Meaning::start && column.kind == Kind::date; });
    if (!found.start) found.start = first(means(Meaning::start));
    found.end = first(means(Meaning::end));
    if (!found.start) found.start = first([](const Column& column) { return column.kind == Kind::date && !column.dates->month; });
    found.type = first([](const Column& column) { return column.meaning == Meaning::type && column.kind == Kind::code && column.list; });
    if (!found.type) found.type = first([](const Column& column) { return column.meaning == Meaning::type && column.kind == Kind::code; });
    if (!found.type) found.type = first([](const Column& column) { return column.kind == Kind::code && column.list && column.list->list == "type"; });
    const auto codes_of = [](Meaning meaning) { return [meaning](const Column& column) { return column.meaning == meaning && column.kind == Kind::code; }; };
    found.goal = first(codes_of(Meaning::goal));
    found.work_capacity = first(codes_of(Meaning::work_capacity));
    found.wage_sign = first(means(Meaning::wage_sign));
    found.wage_value = first([](const Column& column) { return column.meaning == Meaning::wage_value && column.kind != Kind::empty; });
    found.sender = first(means(Meaning::sender));
    find_id(found);
    return found;
  }

 private:
  template <class Condition>
  std::optional<std::size_t> first(const Condition& condition) {
    for (std::size_t i = 0; i < layout_.columns.size(); ++i) {
      if (taken_[i] || !condition(layout_.columns[i])) continue;
      taken_[i] = true;
      return i;
    }
    return std::nullopt;
  }

  // A column that differs in every row; else two that do together; else one that is called a registration number.
  void find_id(Targets& found) {
    found.id = first([](const Column& column) { return column.meaning == Meaning::id && column.unique; });
    if (!found.id) found.id = first([](const Column& column) { return column.kind == Kind::key && column.unique; });
    if (found.id) return;
    for (const auto& [a, b] : layout_.keys_of_two) {
      if (taken_[a] || taken_[b]) continue;
      found.id_of_two = std::pair(a, b);
      taken_[a] = taken_[b] = true;
      return;
    }
    found.id = first([](const Column& column) { return column.meaning == Meaning::id; });
  }

  const Layout& layout_;
  std::vector<bool> taken_;
};

}  // namespace

Targets find_targets(const Layout& layout) { return Finder(layout).take(); }

}  // namespace srgconv::profile
