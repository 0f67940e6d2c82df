// Finds the files of a transition and decides which delivery holds for which month.
#include <algorithm>
#include <iterator>
#include <set>
#include <tuple>
#include <utility>

#include <fmt/format.h>

#include "intake/intake.hpp"

namespace srgconv::intake {
namespace {

namespace fs = std::filesystem;
using store::Side;

// The month in a file name: the one place where the pattern fits and no digit stands beside it.
std::vector<ReportMonth> months_in(std::string_view name, const DatePattern& pattern) {
  const auto digit = [](char c) { return c >= '0' && c <= '9'; };
  std::vector<ReportMonth> found;
  const std::size_t width = pattern.text().size();
  for (std::size_t at = 0; at + width <= name.size(); ++at) {
    if ((at > 0 && digit(name[at - 1])) || (at + width < name.size() && digit(name[at + width]))) continue;
    const auto date = pattern.read(name.substr(at, width), false).date;
    if (date) found.push_back(*ReportMonth::from_parts(date->year(), date->month()));
  }
  return found;
}

const RawValue* header_value(const read::Header& header, const rules::Format& format, std::string_view name, const rules::Field*& field) {
  for (std::size_t i = 0; i < format.header.size() && i < header.values.size(); ++i) {
    if (format.header[i].name != name) continue;
    field = &format.header[i];
    return &header.values[i];
  }
  return nullptr;
}

class InventoryTaker {
 public:
  InventoryTaker(const rules::Transition& transition, fs::path folder, Diagnostics& diagnostics)
      : transition_(transition), folder_(std::move(folder)), diagnostics_(diagnostics) {}

  std::optional<Inventory> take() {
    const std::size_t errors_before = diagnostics_.error_count();
    for (const rules::Source& source : transition_.old) add_source(Side::old_export, source);
    for (const rules::Source& source : transition_.delivered) add_source(Side::old_delivered, source);
    for (const rules::Source& source : transition_.fresh) add_source(Side::new_delivered, source);
    for (const rules::Identity& identity : transition_.identities) {
      for (const rules::IdentityStep& step : identity.steps) {
        if (const auto* list = std::get_if<rules::ListIdentity>(&step)) add_list(identity.sender, *list);
      }
    }
    if (diagnostics_.error_count() > errors_before) return std::nullopt;
    inventory_.new_senders = transition_.new_senders();
    check_orders();
    choose_deliveries_in_force();
    choose_old_sides();
    check_first_delivery();
    if (diagnostics_.error_count() > errors_before) return std::nullopt;
    return std::move(inventory_);
  }

 private:
  void report(std::string code, const SourceSpan& place, std::map<std::string, std::string> arguments) {
    diagnostics_.add({std::move(code), place, std::move(arguments), {}, {}});
  }

  // The files that patterns of a statement name, each once, by name.
  std::vector<read::InputFile> find_files(const std::vector<std::string>& patterns, rules::FormatKind kind, const SourceSpan& place) {
    std::vector<read::InputFile> found;
    for (const std::string& pattern : patterns) {
      auto files = read::find_inputs(folder_, pattern, kind, place, diagnostics_);
      if (files) found.insert(found.end(), std::make_move_iterator(files->begin()), std::make_move_iterator(files->end()));
    }
    std::stable_sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.name < b.name; });
    found.erase(std::unique(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.name == b.name; }), found.end());
    return found;
  }

  Numbering numbering_of(Side side, const SenderCode& sender) const {
    // A sender that continues goes on with the numbers it has.
    const bool begins = side == Side::new_delivered && !transition_.continues(sender);
    return begins ? Numbering{sender, transition_.month} : Numbering{sender, std::nullopt};
  }

  void add_source(Side side, const rules::Source& source) {
    for (read::InputFile& input : find_files(source.patterns, source.mapping->format->kind, source.span)) {
      const auto hash = read::sha256_of(input.path);
      if (!hash) {
        read::read_bytes(input, diagnostics_);  // says why: missing, a folder, not readable
        continue;
      }
      File file{input,
                {side, source.sender, numbering_of(side, source.sender), input.name, *hash, {}, source.mapping->format->name, source.mapping->name, true},
                source.mapping,
                {},
                source.span};
      if (judge_month(file, source)) inventory_.files.push_back(std::move(file));
    }
  }

  void add_list(const SenderCode& sender, const rules::ListIdentity& list) {
    for (read::InputFile& input : find_files(list.patterns, list.mapping->format->kind, list.span)) {
      const auto hash = read::sha256_of(input.path);
      if (!hash) {
        read::read_bytes(input, diagnostics_);
        continue;
      }
      inventory_.files.push_back(
          {input,
           {Side::id_list, sender, numbering_of(Side::id_list, sender), input.name, *hash, {}, list.mapping->format->name, list.mapping->name, true},
           list.mapping,
           {},
           list.span});
    }
  }

  // Finds the month of a file where its statement says it stands; checks the sender that a header names.
  bool judge_month(File& file, const rules::Source& source) {
    const rules::Format& format = *source.mapping->format;
    const SourceSpan whole{file.input.name, 0, 0, 0, {}};
    if (format.kind == rules::FormatKind::xml && !format.header.empty()) {
      const auto header = read::read_header(file.input, format, diagnostics_);
      if (!header) return false;
      if (!judge_header(file, source, *header)) return false;
    }
    if (const auto* named = std::get_if<rules::MonthInFileName>(&source.month)) {
      auto months = months_in(fs::path(file.input.name).filename().string(), named->pattern);
      if (months.empty()) months = months_in(fs::path(file.input.container_name).filename().string(), named->pattern);
      if (months.size() != 1) {
        report("CASE-012", whole, {{"pattern", named->pattern.text()}, {"count", fmt::to_string(months.size())}});
        return false;
      }
      file.source.month = months.front();
    } else if (const auto* snapshot = std::get_if<rules::Snapshot>(&source.month)) {
      file.source.month = ReportMonth::from_parts(snapshot->day.year(), snapshot->day.month());
    }
    if (!file.source.month) report("CASE-011", whole, {{"format", format.name}});
    return file.source.month.has_value();
  }

  bool judge_header(File& file, const rules::Source& source, const read::Header& header) {
    const rules::Format& format = *source.mapping->format;
    const SourceSpan whole{file.input.name, 0, 0, 0, {}};
    const rules::Field* field = nullptr;
    const RawValue* sender = header_value(header, format, "sender", field);
    if (sender != nullptr && sender->present && sender->text != source.sender.text()) {
      report("CASE-013", whole, {{"found", sender->text}, {"declared", source.sender.text()}});
      return false;
    }
    const CodeLists none;
    if (const RawValue* month = header_value(header, format, "month", field); month != nullptr && std::holds_alternative<rules::MonthInHeader>(source.month)) {
      const auto value = rules::read_value(*field, *month, none);
      const auto* held = std::get_if<rules::Value>(&value);
      const auto* report_month = held == nullptr ? nullptr : std::get_if<ReportMonth>(held);
      if (report_month == nullptr) {
        report("CASE-011", whole, {{"format", format.name}});
        return false;
      }
      file.source.month = *report_month;
    }
    if (const RawValue* sequence = header_value(header, format, "sequence", field); sequence != nullptr && sequence->present) {
      if (const auto number = Decimal::parse(sequence->text); number && number->is_whole()) file.sequence = static_cast<int>(number->units() / 10000);
    }
    return true;
  }

  // Of several deliveries of one sender and month the highest sequence holds; without sequences the declared order decides.
  void choose_deliveries_in_force() {
    std::map<std::tuple<Side, SenderCode, ReportMonth>, std::vector<File*>> deliveries;
    for (File& file : inventory_.files) {
      if (file.source.side == Side::old_delivered || file.source.side == Side::new_delivered)
        deliveries[{file.source.side, file.source.sender, *file.source.month}].push_back(&file);
    }
    for (auto& [key, files] : deliveries) {
      if (files.size() < 2) continue;
      File* best = nullptr;
      for (File* file : files) {
        if (best == nullptr || later(*file, *best)) best = file;
      }
      for (File* file : files) {
        file->source.in_force = file == best;
        if (file != best && !later(*best, *file)) {
          report("CASE-014", file->declared,
                 {{"first", best->input.name}, {"second", file->input.name}, {"sender", file->source.sender.text()}, {"month", file->source.month->text()}});
        }
      }
    }
  }

  // An order that names a file which is no delivery of the transition orders nothing: probably a slip.
  void check_orders() {
    for (const rules::DeliveryOrder& order : transition_.orders) {
      for (const std::string& name : order.files) {
        const bool delivered = std::any_of(inventory_.files.begin(), inventory_.files.end(), [&](const File& file) {
          return file.input.name == name && (file.source.side == Side::old_delivered || file.source.side == Side::new_delivered);
        });
        if (!delivered) report("CASE-021", order.span, {{"file", name}});
      }
    }
  }

  // Does `a` hold over `b`, both of one sender and month?
  bool later(const File& a, const File& b) const {
    // A number beside none says nothing: then, as without numbers, the declared order decides.
    if (a.sequence && b.sequence && *a.sequence != *b.sequence) return *a.sequence > *b.sequence;
    for (const rules::DeliveryOrder& order : transition_.orders) {
      const auto at_a = std::find(order.files.begin(), order.files.end(), a.input.name);
      const auto at_b = std::find(order.files.begin(), order.files.end(), b.input.name);
      if (at_a != order.files.end() && at_b != order.files.end()) return at_a > at_b;
    }
    return false;
  }

  void choose_old_sides() {
    for (const rules::Source& source : transition_.old) {
      const SenderCode& sender = source.sender;
      if (inventory_.old_sides.contains(sender)) continue;
      const auto delivered = latest_month(Side::old_delivered, sender);
      const auto exported = latest_month(Side::old_export, sender);
      const auto last = delivered ? delivered : exported;
      if (!last) {
        report("CASE-015", source.span, {{"sender", sender.text()}, {"transition", transition_.month.text()}});
        continue;
      }
      store::OldSide old_side{delivered ? Side::old_delivered : Side::old_export, *last, *last, exported};
      // An export made after the change still tells about the last month before it.
      if (!delivered) old_side.last_month = std::min(*last, transition_.month.plus(-1));
      old_side.overlap_until = latest_overlap(sender);
      inventory_.old_sides[sender] = old_side;
      check_gap(sender, old_side.last_month, source.span);
    }
  }

  bool is_overlap(const SenderCode& sender, ReportMonth month) const {
    return std::any_of(transition_.overlaps.begin(), transition_.overlaps.end(),
                       [&](const rules::Gap& overlap) { return overlap.sender == sender && overlap.first <= month && month <= overlap.last; });
  }

  // The latest month in which an old sender delivered beside a new one. Every declared month must be one.
  std::optional<ReportMonth> latest_overlap(const SenderCode& sender) {
    std::set<ReportMonth> months;
    for (const File& file : inventory_.files) {
      if (file.source.side == Side::old_delivered && file.source.sender == sender && *file.source.month >= transition_.month) months.insert(*file.source.month);
    }
    for (const rules::Gap& overlap : transition_.overlaps) {
      if (overlap.sender != sender) continue;
      for (ReportMonth month = overlap.first; month <= overlap.last; month = month.plus(1)) {
        if (months.contains(month)) continue;
        report("CASE-040", overlap.span, {{"sender", sender.text()}, {"month", month.text()}, {"transition", transition_.month.text()}});
        break;
      }
    }
    return months.empty() ? std::nullopt : std::optional(*months.rbegin());
  }

  // The latest month of a side before the transition; a delivery of the transition month or later is an overlap, which must be declared.
  std::optional<ReportMonth> latest_month(Side side, const SenderCode& sender) {
    std::optional<ReportMonth> last;
    for (const File& file : inventory_.files) {
      if (file.source.side != side || file.source.sender != sender) continue;
      if (side == Side::old_delivered && *file.source.month >= transition_.month) {
        if (!is_overlap(sender, *file.source.month))
          report("CASE-016", file.declared,
                 {{"sender", sender.text()}, {"file", file.input.name}, {"month", file.source.month->text()}, {"transition", transition_.month.text()}});
      } else {
        last = std::max(last.value_or(*file.source.month), *file.source.month);
      }
    }
    return last;
  }

  // Every month between the last one and the transition must be declared as a gap, and a declared gap must be one.
  void check_gap(const SenderCode& sender, ReportMonth last, const SourceSpan& place) {
    for (ReportMonth month = last.plus(1); month < transition_.month; month = month.plus(1)) {
      const bool declared = std::any_of(transition_.gaps.begin(), transition_.gaps.end(),
                                        [&](const rules::Gap& gap) { return gap.sender == sender && gap.first <= month && month <= gap.last; });
      if (!declared)
        report("CASE-017", place, {{"sender", sender.text()}, {"last", last.text()}, {"missing", month.text()}, {"transition", transition_.month.text()}});
    }
    for (const rules::Gap& gap : transition_.gaps) {
      if (gap.sender == sender && (gap.first <= last || gap.last >= transition_.month))
        report("CASE-018", gap.span, {{"sender", sender.text()}, {"last", last.text()}});
    }
  }

  void check_first_delivery() {
    for (const SenderCode& sender : inventory_.new_senders) {
      const bool there = std::any_of(inventory_.files.begin(), inventory_.files.end(), [&](const File& file) {
        return file.source.side == Side::new_delivered && file.source.sender == sender && file.source.month == transition_.month;
      });
      const auto source = std::find_if(transition_.fresh.begin(), transition_.fresh.end(), [&](const rules::Source& one) { return one.sender == sender; });
      if (!there) report("CASE-019", source->span, {{"sender", sender.text()}, {"month", transition_.month.text()}});
    }
  }

  const rules::Transition& transition_;
  fs::path folder_;
  Diagnostics& diagnostics_;
  Inventory inventory_;
};

}  // namespace

std::optional<Inventory> take_inventory(const rules::Transition& transition, const fs::path& case_folder, Diagnostics& diagnostics) {
  return InventoryTaker(transition, case_folder, diagnostics).take();
}

}  // namespace srgconv::intake
