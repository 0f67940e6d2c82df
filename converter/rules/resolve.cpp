// Reads a rule file with its imports, file by file, the imported first; then looks at the whole.
#include "rules/resolve.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include <fmt/format.h>

#include "rules/layout.hpp"
#include "rules/lexemes.hpp"
#include "rules/parser.hpp"

namespace srgconv::rules {
namespace {

namespace fs = std::filesystem;

template <class Node, class Resolve>
void each(const syntax::File& file, Resolve resolve) {
  for (const syntax::FileLine& line : file.lines) {
    if (const auto* node = std::get_if<Node>(&line)) resolve(*node);
  }
}

// A text as messages show it: bytes that are no UTF-8 become question marks.
std::string printable(std::string content) {
  for (std::size_t at = valid_utf8(content); at < content.size(); at += valid_utf8(std::string_view(content).substr(at))) content[at] = '?';
  return content;
}

class Loader {
 public:
  Loader(ImportResolver& imports, Diagnostics& diagnostics) : imports_(imports), diagnostics_(diagnostics), environment_(diagnostics, rules_) {}

  void load(SourceText text, const fs::path& path, bool is_case) {
    rules_.files.push_back(path);
    rules_.file_names.push_back(text.name());
    open_.push_back(path.lexically_normal());
    diagnostics_.keep_text({text.name(), printable(text.content())});
    const syntax::File file = parse_text(text, diagnostics_);
    for (const std::string& name : file.lost) environment_.lose(name);
    each<syntax::Import>(file, [&](const syntax::Import& import) {
      environment_.enter(text, path.parent_path());
      load_import(import, path.parent_path());
    });
    environment_.enter(text, path.parent_path());
    each<syntax::Format>(file, [&](const syntax::Format& format) { resolve_format(format, environment_); });
    each<syntax::Codes>(file, [&](const syntax::Codes& codes) { resolve_codes(codes, environment_); });
    each<syntax::Scope>(file, [&](const syntax::Scope& scope) { resolve_scope(scope, environment_); });
    each<syntax::Mapping>(file, [&](const syntax::Mapping& mapping) { resolve_mapping(mapping, environment_); });
    if (is_case) each<syntax::Transition>(file, [&](const syntax::Transition& transition) { resolve_transition(transition, environment_); });
    each<syntax::Check>(file, [&](const syntax::Check& check) {
      if (is_case)
        resolve_check(check, environment_);
      else
        environment_.report("RULE-180", check.name.span);
    });
    if (is_case) check_company(file);
    open_.pop_back();
    read_.insert(path.lexically_normal());
  }

  void check_reach() { report_unreachable(rules_.mappings, environment_); }

  // Transitions are converted in order of month: of two in one month that share a sender nothing says which comes first.
  void check_months() {
    const auto& all = rules_.transitions;
    const auto senders_of = [](const Transition& transition) {
      std::set<SenderCode> senders;
      for (const Source& source : transition.old) senders.insert(source.sender);
      for (const Source& source : transition.fresh) senders.insert(source.sender);
      return senders;
    };
    for (auto later = all.begin(); later != all.end(); ++later) {
      for (auto earlier = all.begin(); earlier != later; ++earlier) {
        if (earlier->month != later->month || later->month == ReportMonth{}) continue;
        const auto senders = senders_of(*earlier), others = senders_of(*later);
        const auto shared = std::find_if(senders.begin(), senders.end(), [&](const SenderCode& sender) { return others.count(sender) > 0; });
        if (shared == senders.end()) continue;
        environment_.report_at("RULE-173", later->span, {{"other", earlier->name}, {"month", later->month.text()}, {"sender", shared->text()}});
      }
    }
  }

  // Columns that no rule looks at are a mistake more often than not; only a rule set without errors shows which they are.
  void check_columns() {
    for (const auto& format : rules_.formats) {
      if (format->kind == FormatKind::xml) continue;
      std::vector<bool> used(format->fields.size(), false);
      bool mapped = false;
      const auto look = [&](const std::shared_ptr<const Mapping>& mapping) {
        if (mapping == nullptr || mapping->format != format) return;
        mapped = true;
        for (std::size_t i = 0; i < used.size(); ++i) used[i] = used[i] || mapping->column_used[i];
      };
      for (const auto& mapping : rules_.mappings) look(mapping);
      for (const Transition& transition : rules_.transitions) {
        for (const auto* sources : {&transition.old, &transition.delivered, &transition.fresh}) {
          for (const Source& source : *sources) look(source.mapping);
        }
      }
      for (std::size_t i = 0; mapped && i < used.size(); ++i) {
        const Field& field = format->fields[i];
        const bool ignored =
            std::any_of(format->ignored.begin(), format->ignored.end(), [&](const IgnoredColumn& column) { return column.name == field.name; });
        if (used[i] == ignored) environment_.report_at(ignored ? "RULE-099" : "RULE-098", field.span, {{"column", field.name}, {"format", format->name}});
      }
    }
  }

  RuleSet take() && { return std::move(rules_); }

 private:
  void load_import(const syntax::Import& import, const fs::path& folder) {
    const std::string& name = import.name.text;
    auto found = imports_.find(name, folder);
    if (!found) {
      const std::vector<std::string> names = imports_.names();
      environment_.report("RULE-092", import.name.span, {{"name", name}, {"names", listed(names)}}, near_name(name, names));
      environment_.lose_all();
      return;
    }
    const fs::path path = found->path.lexically_normal();
    if (const auto open = std::find(open_.begin(), open_.end(), path); open != open_.end()) {
      environment_.report("RULE-093", import.name.span, {{"name", name}});
      environment_.lose_all();
      return;
    }
    if (read_.count(path) > 0) return;
    if (found->is_pack) {
      rules_.packs.push_back(name);
      if (found->codes != nullptr) environment_.add_pack(found->codes);
    }
    load(std::move(found->text), found->path, false);
  }

  // Checks are about what was delivered, whatever the case: they stand by themselves.
  void check_company(const syntax::File& file) {
    const auto is_check = [](const syntax::FileLine& line) { return std::holds_alternative<syntax::Check>(line); };
    if (std::none_of(file.lines.begin(), file.lines.end(), is_check)) return;
    for (const syntax::FileLine& line : file.lines) {
      if (is_check(line) || std::holds_alternative<syntax::Import>(line)) continue;
      const syntax::Span span = std::visit([](const auto& node) { return node.span; }, line);
      return environment_.report("RULE-179", {span.begin, span.begin + 1});
    }
  }

  ImportResolver& imports_;
  Diagnostics& diagnostics_;
  RuleSet rules_;
  Environment environment_;
  std::vector<fs::path> open_;
  std::set<fs::path> read_;
};

template <class List>
auto named(const List& list, std::string_view name) {
  const auto found = std::find_if(list.begin(), list.end(), [&](const auto& element) { return element->name == name; });
  return found == list.end() ? nullptr : found->get();
}

}  // namespace

const Format* RuleSet::format(std::string_view name) const { return named(formats, name); }
const Mapping* RuleSet::mapping(std::string_view name) const { return named(mappings, name); }

std::optional<RuleSet> parse_rules(SourceText text, const fs::path& path, ImportResolver& imports, Diagnostics& diagnostics) {
  const std::size_t errors_before = diagnostics.error_count();
  Loader loader(imports, diagnostics);
  loader.load(std::move(text), path, true);
  loader.check_months();
  if (diagnostics.error_count() > errors_before) return std::nullopt;
  loader.check_columns();
  loader.check_reach();
  return std::move(loader).take();
}

std::string rule_name(const SourceSpan& span) { return fmt::format("{}:{}", span.file, span.line); }

}  // namespace srgconv::rules
