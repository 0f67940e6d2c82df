// senders.csv: each row, and then whether the rows fit one another.
#include "pack/sender_table.hpp"

#include <algorithm>
#include <array>
#include <map>

#include "pack/table_file.hpp"

namespace srgconv::pack {
namespace {

enum Column : std::size_t { code, name, kind, start, end, successors, source };
constexpr std::array<std::string_view, 7> columns{"code", "name", "kind", "start", "end", "successors", "source"};

const std::map<std::string, SenderKind, std::less<>>& kinds() {
  static const std::map<std::string, SenderKind, std::less<>> names{
      {"municipality", SenderKind::municipality}, {"joint-body", SenderKind::joint_body}, {"other", SenderKind::other}};
  return names;
}

// The table while it is read: senders, and the row each came from.
class SenderReader {
 public:
  SenderReader(const std::vector<TableRow>& rows, Diagnostics& diagnostics) : rows_(rows), diagnostics_(diagnostics) {}

  std::vector<Sender> run() {
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      senders_.push_back(read_row(rows_[i]));
      if (senders_[i].code.text().empty()) continue;
      if (!by_code_.emplace(senders_[i].code, i).second) report("PACK-044", rows_[i][code], {{"code", senders_[i].code.text()}});
    }
    for (std::size_t i = 0; i < senders_.size(); ++i) check_steps(i);
    check_cycles();
    return std::move(senders_);
  }

 private:
  void report(std::string_view message, const Cell& cell, std::map<std::string, std::string> arguments, std::optional<std::string> suggestion = {}) {
    diagnostics_.add(finding(message, cell.span, std::move(arguments), std::move(suggestion)));
  }

  Sender read_row(const TableRow& row) {
    Sender sender;
    for (const Column required : {name, source}) {
      if (row[required].text.empty()) report("PACK-032", row[required], {{"column", row[required].span.field}});
    }
    if (const auto parsed = SenderCode::parse(row[code].text))
      sender.code = *parsed;
    else
      report("PACK-040", row[code], {{"code", row[code].text}});
    sender.name = row[name].text;
    sender.source = row[source].text;
    sender.kind = read_kind(row[kind]);
    sender.start = read_date(row[start], diagnostics_);
    sender.end = read_date(row[end], diagnostics_);
    if (sender.start && sender.end && *sender.end <= *sender.start) report("PACK-041", row[end], {});
    sender.successors = read_successors(row[successors]);
    return sender;
  }

  SenderKind read_kind(const Cell& cell) {
    const auto known = kinds().find(cell.text);
    if (known != kinds().end()) return known->second;
    std::vector<std::string> names;
    for (const auto& [text, value] : kinds()) names.push_back(text);
    report("PACK-042", cell, {{"kind", cell.text}}, similar_name(cell.text, names));
    return SenderKind::other;
  }

  std::vector<Successor> read_successors(const Cell& cell) {
    std::vector<Successor> result;
    std::string_view rest = cell.text;
    while (!rest.empty()) {
      const std::size_t comma = std::min(rest.find(','), rest.size());
      const std::string_view step = rest.substr(0, comma);
      rest.remove_prefix(std::min(comma + 1, rest.size()));
      const std::size_t at = std::min(step.find('@'), step.size());
      const auto to = SenderCode::parse(step.substr(0, at));
      const bool dated = at < step.size();
      const auto date = dated ? read_date({std::string(step.substr(at + 1)), cell.span}, diagnostics_) : std::nullopt;
      const bool twice = to && std::any_of(result.begin(), result.end(), [&](const Successor& other) { return other.code == *to; });
      if (!to || (dated && at + 1 == step.size()) || twice || (rest.empty() && cell.text.ends_with(',')))
        report("PACK-043", cell, {{"value", std::string(step)}});
      else
        result.push_back({*to, date});
    }
    return result;
  }

  // A successor exists, and exists on the day of the step (a chain within one day is lawful: its order is that of the successors).
  void check_steps(std::size_t from) {
    for (const Successor& successor : senders_[from].successors) {
      const Cell& cell = rows_[from][successors];
      const auto found = by_code_.find(successor.code);
      if (found == by_code_.end()) {
        report("PACK-045", cell, {{"code", successor.code.text()}});
        continue;
      }
      const Sender& to = senders_[found->second];
      const bool early = successor.date && to.start && *successor.date < *to.start;
      const bool late = successor.date && to.end && *to.end < *successor.date;
      if (early || late) report("PACK-046", cell, {{"code", successor.code.text()}, {"date", successor.date->text()}});
    }
  }

  // A municipality may join a joint body and leave it again: neither becomes the other.
  static bool is_membership(const Sender& from, const Sender& to) { return from.kind == SenderKind::joint_body || to.kind == SenderKind::joint_body; }

  void check_cycles() {
    enum class Mark { fresh, open, done };
    std::vector<Mark> marks(senders_.size(), Mark::fresh);
    struct Visit {
      std::size_t sender, next = 0;
    };
    for (std::size_t root = 0; root < senders_.size(); ++root) {
      if (marks[root] != Mark::fresh) continue;
      std::vector<Visit> path{{root}};
      marks[root] = Mark::open;
      while (!path.empty()) {
        Visit& visit = path.back();
        const Sender& sender = senders_[visit.sender];
        if (visit.next == sender.successors.size()) {
          marks[visit.sender] = Mark::done;
          path.pop_back();
          continue;
        }
        const auto found = by_code_.find(sender.successors[visit.next++].code);
        if (found == by_code_.end() || marks[found->second] == Mark::done || is_membership(sender, senders_[found->second])) continue;
        if (marks[found->second] == Mark::open) {
          report("PACK-047", rows_[visit.sender][successors], {{"code", senders_[found->second].code.text()}});
          continue;
        }
        marks[found->second] = Mark::open;
        path.push_back({found->second});
      }
    }
  }

  const std::vector<TableRow>& rows_;
  Diagnostics& diagnostics_;
  std::vector<Sender> senders_;
  std::map<SenderCode, std::size_t> by_code_;
};

}  // namespace

std::optional<std::vector<Sender>> read_senders(const SourceText& text, Diagnostics& diagnostics) {
  const auto rows = read_table(text, columns, diagnostics);
  if (!rows) return std::nullopt;
  const std::size_t errors = diagnostics.error_count();
  std::vector<Sender> senders = SenderReader(*rows, diagnostics).run();
  if (diagnostics.error_count() == errors) return senders;
  diagnostics.keep_text(text);
  return std::nullopt;
}

}  // namespace srgconv::pack
