// pack.toml through toml++: every key is known and of its kind, or is reported with its place. The only file that includes toml++.
#include "pack/pack_file.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <toml++/toml.h>

namespace srgconv::pack {
namespace {

constexpr std::int64_t longest_possible_id = 1000;

// One table of the file while its keys are taken.
class TableReader {
 public:
  /// `path` names the table in messages: empty, or `assumption.`.
  TableReader(const toml::table& table, std::string path, const SourceText& text, Diagnostics& diagnostics)
      : table_(table), path_(std::move(path)), text_(text), diagnostics_(diagnostics) {}

  std::string text(std::string_view key) {
    const toml::node* node = required(key);
    if (node == nullptr) return {};
    const auto value = node->value_exact<std::string>();
    if (!value || value->empty()) fault("PACK-005", key);
    return value.value_or(std::string());
  }

  std::optional<Date> optional_date(std::string_view key) {
    const toml::node* node = find(key);
    if (node == nullptr) return std::nullopt;
    const auto value = node->value_exact<toml::date>();
    const auto date = value ? Date::from_parts(value->year, value->month, value->day) : std::nullopt;
    if (!date || !date->complete()) fault("PACK-006", key);
    return date;
  }

  Date date(std::string_view key) { return required(key) == nullptr ? Date() : optional_date(key).value_or(Date()); }

  std::size_t number(std::string_view key, std::size_t otherwise) {
    const toml::node* node = find(key);
    if (node == nullptr) return otherwise;
    const auto value = node->value_exact<std::int64_t>();
    if (value && *value >= 1 && *value <= longest_possible_id) return static_cast<std::size_t>(*value);
    fault("PACK-007", key, {{"most", fmt::to_string(longest_possible_id)}});
    return otherwise;
  }

  std::vector<std::string> texts(std::string_view key) {
    std::vector<std::string> result;
    const toml::node* node = required(key);
    if (node == nullptr) return result;
    const toml::array* array = node->as_array();
    bool good = array != nullptr;
    for (std::size_t i = 0; good && i < array->size(); ++i) {
      const auto value = array->get(i)->value_exact<std::string>();
      good = value && !value->empty();
      result.push_back(value.value_or(std::string()));
    }
    if (!good) fault("PACK-008", key);
    return result;
  }

  // A key that was known once, and says where its words belong now.
  void refuse(std::string_view key, std::string_view code) {
    if (find(key) != nullptr) fault(code, key);
  }

  std::vector<const toml::table*> subtables(std::string_view key) {
    std::vector<const toml::table*> result;
    const toml::node* node = find(key);
    if (node == nullptr) return result;
    const toml::array* array = node->as_array();
    bool good = array != nullptr;
    for (std::size_t i = 0; good && i < array->size(); ++i) {
      result.push_back(array->get(i)->as_table());
      good = result.back() != nullptr;
    }
    if (good) return result;
    fault("PACK-014", key);
    return {};
  }

  // Keys that nobody asked for.
  void finish() {
    for (const auto& [key, node] : table_) {
      if (std::find(known_.begin(), known_.end(), key.str()) == known_.end())
        diagnostics_.add(finding("PACK-009", span_of(key), {{"key", path_ + std::string(key.str())}}, similar_name(key.str(), known_)));
    }
  }

  SourceSpan span_of(const toml::key& key) const {
    const auto begin = key.source().begin;
    return {text_.name(), begin.line, begin.column, static_cast<std::uint32_t>(key.str().size()), {}};
  }

  SourceSpan span_of(std::string_view key) const {
    for (const auto& [name, node] : table_) {
      if (name.str() == key) return span_of(name);
    }
    return {text_.name(), table_.source().begin.line, table_.source().begin.column, 0, {}};
  }

  void fault(std::string_view code, std::string_view key, std::map<std::string, std::string> arguments = {}) {
    arguments.emplace("key", path_ + std::string(key));
    diagnostics_.add(finding(code, span_of(key), std::move(arguments)));
  }

 private:
  const toml::node* find(std::string_view key) {
    if (std::find(known_.begin(), known_.end(), key) == known_.end()) known_.emplace_back(key);
    return table_.get(key);
  }

  const toml::node* required(std::string_view key) {
    const toml::node* node = find(key);
    if (node == nullptr) fault("PACK-004", key);
    return node;
  }

  const toml::table& table_;
  std::string path_;
  const SourceText& text_;
  Diagnostics& diagnostics_;
  std::vector<std::string> known_;
};

std::vector<Assumption> read_assumptions(TableReader& reader, const SourceText& text, Diagnostics& diagnostics) {
  std::vector<Assumption> result;
  for (const toml::table* table : reader.subtables("assumption")) {
    TableReader entry(*table, "assumption.", text, diagnostics);
    Assumption assumption{entry.text("id"), entry.text("nl"), entry.text("en")};
    entry.finish();
    const bool twice = std::any_of(result.begin(), result.end(), [&](const Assumption& other) { return other.id == assumption.id; });
    if (twice && !assumption.id.empty()) diagnostics.add(finding("PACK-012", entry.span_of("id"), {{"id", assumption.id}}));
    result.push_back(std::move(assumption));
  }
  return result;
}

PackFile read_table(const toml::table& table, const SourceText& text, Diagnostics& diagnostics) {
  TableReader reader(table, "", text, diagnostics);
  PackFile file;
  file.name = reader.text("name");
  file.version = reader.text("version");
  file.title_nl = reader.text("title_nl");
  file.title_en = reader.text("title_en");
  file.applies_from = reader.optional_date("applies_from");
  file.sources = reader.texts("sources");
  file.longest_id = reader.number("longest_id", file.longest_id);
  file.known_until = reader.date("known_until");
  file.starts_known_from = reader.optional_date("starts_known_from");
  file.name_span = reader.span_of("name");
  reader.refuse("checks", "PACK-053");
  file.assumptions = read_assumptions(reader, text, diagnostics);
  reader.finish();
  return file;
}

}  // namespace

std::optional<PackFile> read_pack_file(const SourceText& text, Diagnostics& diagnostics) {
  const std::size_t errors = diagnostics.error_count();
  PackFile file;
  try {
    file = read_table(toml::parse(text.content(), text.name()), text, diagnostics);
  } catch (const toml::parse_error& error) {
    const auto at = error.source().begin;
    diagnostics.add(finding("PACK-003", {text.name(), at.line, at.column, 1, {}}, {{"reason", std::string(error.description())}}));
  }
  if (diagnostics.error_count() == errors) return file;
  diagnostics.keep_text(text);
  return std::nullopt;
}

}  // namespace srgconv::pack
