// The lists of a run: the rows that were skipped or rejected.
#include <algorithm>
#include <iterator>
#include <set>
#include <unordered_map>
#include <utility>

#include "write/write.hpp"

namespace srgconv::write {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// The source columns of a list of rows, and where each source's columns stand in it.
class RowColumns {
 public:
  struct Place {
    std::size_t at = 0;
    bool personal = false;
    const rules::Field* field = nullptr;
  };
  using Places = std::unordered_map<std::string, Place>;  // by name of the source column

  explicit RowColumns(std::vector<std::string> fixed) : fixed_(fixed.size()), titles_(std::move(fixed)) {}

  void add_source(std::uint32_t source, const rules::Mapping& mapping) {
    Places& places = places_[source];
    const auto& fields = mapping.format->fields;
    for (std::size_t i = 0; i < fields.size(); ++i) {
      const bool described = i < mapping.column_described.size() && mapping.column_described[i];
      if (i < mapping.column_used.size() && mapping.column_used[i] && !described) {
        const bool personal = i < mapping.column_personal.size() && mapping.column_personal[i];
        places.emplace(fields[i].name, Place{position_of(fields[i].name), personal, &fields[i]});
      }
    }
  }
  const std::vector<std::string>& titles() const { return titles_; }
  const Places& places(std::uint32_t source) const {
    static const Places none;
    const auto found = places_.find(source);
    return found == places_.end() ? none : found->second;
  }

 private:
  std::size_t position_of(const std::string& name) {
    const auto fixed_end = titles_.begin() + static_cast<std::ptrdiff_t>(fixed_);
    const std::string title = std::find(titles_.begin(), fixed_end, name) == fixed_end ? name : "source." + name;
    const auto found = std::find(fixed_end, titles_.end(), title);
    if (found != titles_.end()) return static_cast<std::size_t>(std::distance(titles_.begin(), found));
    titles_.push_back(title);
    return titles_.size() - 1;
  }

  std::size_t fixed_;
  std::vector<std::string> titles_;
  std::map<std::uint32_t, Places> places_;
};

// Eight digits may be a date as well as a BSN without its zero: those that are a date in a column of dates are no BSN.
bool is_date(const rules::Field& field, std::string_view text) { return field.pattern && field.pattern->read(text, field.partial).date.has_value(); }

// The BSNs that stand in a row's personal columns, leading zeros lost or not: no other cell of the row may show them. Without a mapping nothing says which
// columns those are, and any may be one.
std::vector<Bsn> bsns_of(const store::RawColumns& raw, const RowColumns::Places& places) {
  std::vector<Bsn> bsns;
  for (const auto& [name, text] : raw) {
    const auto place = places.find(name);
    if (!places.empty() && (place == places.end() || !place->second.personal)) continue;
    std::string digits;
    std::copy_if(text.begin(), text.end(), std::back_inserter(digits), is_digit);
    if (digits.empty() || digits.size() > 9) continue;
    if (const auto bsn = Bsn::parse(std::string(9 - digits.size(), '0') + digits).bsn) bsns.push_back(*bsn);
  }
  return bsns;
}

}  // namespace

void write_rows(const store::Workspace& workspace, store::RowOutcome outcome, const std::filesystem::path& path,
                const std::map<std::string, const rules::Mapping*>& mappings, std::string_view key) {
  const std::size_t reason_column = 5;
  RowColumns columns({"sender", "file", "line", "path", "code", "reason", "rule"});
  const std::size_t fixed = columns.titles().size();
  std::set<std::uint32_t> concerned;
  workspace.for_each_row(outcome, [&](const store::Row& row, const store::RawColumns&) { concerned.insert(row.source); });
  const auto sources = workspace.sources();
  for (const std::uint32_t source : concerned) {
    const auto mapping = mappings.find(sources.at(source).first.mapping);
    if (mapping != mappings.end() && mapping->second != nullptr) columns.add_source(source, *mapping->second);
  }

  std::vector<bool> guard(columns.titles().size(), true);
  std::fill_n(guard.begin(), fixed, false);
  guard[reason_column] = true;
  CsvList list(columns.titles(), guard);
  workspace.for_each_row(outcome, [&](const store::Row& row, const store::RawColumns& raw) {
    const store::SourceFile& source = sources.at(row.source).first;
    const RowColumns::Places& places = columns.places(row.source);
    const std::vector<Bsn> bsns = bsns_of(raw, places);
    std::vector<std::string> values{source.sender.text(),
                                    mask_personal(source.name),
                                    std::to_string(row.line),
                                    row.path,
                                    row.code,
                                    without_bsns(mask_personal(row.reason), bsns),
                                    row.rule};
    values.resize(columns.titles().size());
    for (const auto& [name, text] : raw) {
      const auto place = places.find(name);
      if (place == places.end()) continue;
      const auto& [at, personal, field] = place->second;
      values[at] = personal ? pseudonym_of_text(text, key) : without_bsns(is_date(*field, text) ? text : mask_personal(text), bsns);
    }
    list.add(values);
  });
  write_file(path, list.content());
}

}  // namespace srgconv::write
