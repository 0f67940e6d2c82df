// Code tables: every word once at a time, every code one of the pack's list, and a policy for all other words.
#include <algorithm>
#include <utility>

#include "rules/code_table.hpp"
#include "rules/compile_expression.hpp"
#include "rules/lexemes.hpp"
#include "rules/resolve.hpp"

namespace srgconv::rules {
namespace {

using syntax::Word;

class CodesResolver {
 public:
  CodesResolver(const syntax::Codes& written, Environment& environment) : written_(written), environment_(environment), table_(std::make_shared<CodeTable>()) {}

  void run() {
    const bool fresh = environment_.declare("codes", written_.name);
    table_->name = written_.name.text;
    table_->list = written_.list ? written_.list->text : "type";
    table_->span = environment_.place(written_.name.span);
    list_ = environment_.required_list(table_->list, written_.list ? written_.list->span : written_.name.span);
    for (const syntax::CodesLine& line : written_.lines) {
      std::visit([this](const auto& node) { take(node); }, line);
    }
    if (!written_.faulty && keys_.empty()) environment_.report("RULE-057", written_.name.span, {{"table", table_->name}});
    if (!written_.faulty && !otherwise_) environment_.report("RULE-120", written_.name.span, {{"table", table_->name}});
    if (fresh) environment_.add(std::move(table_));
  }

 private:
  void take(const syntax::CodeEntry& entry) {
    const auto code = code_of(entry.value, entry.as_role);
    const bool dated = entry.from || entry.until;
    table_->dated = table_->dated || dated;
    CodeTable::Entry made{code.value_or(std::string()), day(entry.from), day(entry.until), {}};
    if (made.from && made.until && *made.until < *made.from) {
      environment_.report("RULE-123", entry.until->span, {{"from", entry.from->text}, {"until", entry.until->text}});
      for (const Word& key : entry.keys) keys_[key.text];  // the table is not empty
      return;
    }
    for (const Word& key : entry.keys) {
      made.span = environment_.place(key.span);
      auto& earlier = keys_[key.text];
      const auto clash = std::find_if(earlier.begin(), earlier.end(), [&](const auto& each) { return overlap(each.first, made); });
      if (clash != earlier.end()) {
        const bool timeless = !dated && !clash->first.from && !clash->first.until;
        environment_.report(timeless ? "RULE-073" : "RULE-124", key.span, {{"name", key.text}}, {}, {{environment_.place(clash->second), "RULE-100"}});
      } else if (code) {
        table_->words[key.text].push_back(made);
      }
      earlier.emplace_back(made, key.span);
    }
  }

  void take(const syntax::Otherwise& otherwise) {
    if (otherwise_) {
      environment_.report("RULE-025", otherwise.span, {{"statement", "else"}}, {}, {{table_->otherwise_span, "RULE-100"}});
      return;
    }
    otherwise_ = true;
    using Way = CodeTable::Otherwise;
    const std::string& way = otherwise.way.text;
    table_->otherwise = otherwise.value ? Way::code : way == "skip" ? Way::skip : way == "empty" ? Way::empty : way == "keep" ? Way::keep : Way::reject;
    if (otherwise.value) table_->otherwise_code = code_of(*otherwise.value, otherwise.as_role).value_or(std::string());
    table_->reason = otherwise.reason.text;
    table_->otherwise_span = environment_.place(otherwise.span);
  }

  // The pack's code that the right side of an entry stands for.
  std::optional<std::string> code_of(const Word& value, bool as_role) {
    if (list_ == nullptr) return std::nullopt;
    if (as_role) {
      const Code* code = environment_.required_role(*list_, value);
      return code == nullptr ? std::nullopt : std::optional(code->code);
    }
    if (list_->find(value.text) != nullptr) return value.text;
    std::vector<std::string> codes;
    for (const Code& code : list_->codes()) codes.push_back(code.code);
    environment_.report("RULE-061", value.span, {{"code", value.text}, {"list", list_->name()}, {"codes", listed(codes)}}, near_name(value.text, codes));
    return std::nullopt;
  }

  std::optional<Date> day(const std::optional<Word>& written) {
    if (!written) return std::nullopt;
    const auto date = literal_date(written->text);
    if (!date) environment_.report("RULE-022", written->span, {{"text", written->text}});
    return date;
  }

  static bool overlap(const CodeTable::Entry& a, const CodeTable::Entry& b) {
    return (!a.from || !b.until || *a.from <= *b.until) && (!b.from || !a.until || *b.from <= *a.until);
  }

  const syntax::Codes& written_;
  Environment& environment_;
  std::shared_ptr<CodeTable> table_;
  const CodeList* list_ = nullptr;
  std::map<std::string, std::vector<std::pair<CodeTable::Entry, syntax::Span>>> keys_;
  bool otherwise_ = false;
};

}  // namespace

void resolve_codes(const syntax::Codes& codes, Environment& environment) { CodesResolver(codes, environment).run(); }

}  // namespace srgconv::rules
