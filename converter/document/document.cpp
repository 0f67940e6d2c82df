#include "document/document.hpp"

#include <algorithm>
#include <set>

#include "document/page.hpp"
#include "document/parts.hpp"
#include "document/wording.hpp"

namespace srgconv::document {
namespace {

namespace syntax = rules::syntax;

class Book {
 public:
  Book(const std::vector<Subject>& subjects, const Speech& speech) : subjects_(subjects), speech_(speech) {}

  Page page() {
    std::vector<Phrase> titles;
    for (const Subject& subject : subjects_) titles.push_back(clean(subject.files.front().name));
    page_.title = speech_.say(wording::title, speech_.all_of(titles));
    page_.contents = speech_.say(wording::contents);
    tell_files();
    std::set<std::string> told;
    for (const Subject& subject : subjects_) {
      const Context context{speech_, &subject.rules, subject.pack};
      for (const RuleFile& file : subject.files) {
        if (told.insert(file.name + file.sha256).second) tell_file(file, subject, context);
      }
    }
    tell_assumptions();
    page_.blocks.emplace_back(Heading{2, speech_.say(wording::signature)});
    page_.blocks.emplace_back(Paragraph{speech_.say(wording::signature_intro)});
    page_.blocks.emplace_back(Table{{speech_.say(wording::signature_name), speech_.say(wording::signature_date), speech_.say(wording::signature_sign)},
                                    {{"", "", ""}, {"", "", ""}},
                                    true});
    return std::move(page_);
  }

 private:
  void tell_files() {
    page_.blocks.emplace_back(Heading{2, speech_.say(wording::files)});
    page_.blocks.emplace_back(Paragraph{speech_.say(wording::introduction)});
    Table table{{speech_.say(wording::file), speech_.say(wording::check_number)}, {}, false};
    std::set<std::string> told, packs;
    std::vector<Phrase> pack_lines;
    for (const Subject& subject : subjects_) {
      for (const RuleFile& file : subject.files) {
        if (told.insert(file.name + file.sha256).second) table.rows.push_back({clean(file.name), file.sha256});
      }
      if (subject.pack == nullptr || !packs.insert(subject.pack->name).second) continue;
      const bool dutch = speech_.language() == Language::nl;
      pack_lines.push_back(
          speech_.say(wording::pack, strong(subject.pack->name), clean(subject.pack->version), clean(dutch ? subject.pack->title_nl : subject.pack->title_en)));
    }
    page_.blocks.emplace_back(std::move(table));
    for (Phrase& line : pack_lines) page_.blocks.emplace_back(Paragraph{std::move(line)});
  }

  // Its declarations in the order of the file, but for transitions, which come first: what the page is about. Those of imports do not hold.
  void tell_file(const RuleFile& file, const Subject& subject, const Context& context) {
    Declarations told{subject, context, {}, {}, {}};
    for (const syntax::FileLine& line : file.tree.lines) {
      std::visit([&](const auto& declaration) { told(declaration); }, line);
    }
    const bool itself = &file == &subject.files.front();
    if (itself) append(told.transitions);
    if (told.rest.empty() && itself && !told.transitions.empty()) return;
    page_.blocks.emplace_back(Heading{2, speech_.say(wording::file) + " " + clean(file.name)});
    if (!told.imports.empty()) page_.blocks.emplace_back(Paragraph{speech_.say(wording::import, speech_.all_of(told.imports))});
    append(told.rest);
  }

  void append(const std::vector<Block>& blocks) { page_.blocks.insert(page_.blocks.end(), blocks.begin(), blocks.end()); }

  struct Declarations {
    const Subject& subject;
    const Context& context;
    std::vector<Phrase> imports;
    std::vector<Block> transitions, rest;

    void operator()(const syntax::Import& import) { imports.push_back(in_quotes(import.name.text)); }
    void operator()(const syntax::Format& format) { tell(format, context, rest); }
    void operator()(const syntax::Codes& codes) { tell(codes, context, rest); }
    void operator()(const syntax::Mapping& mapping) { tell(mapping, is_xml(subject, mapping.format.text), context, rest); }
    void operator()(const syntax::Scope& scope) { tell(scope, context, rest); }
    void operator()(const syntax::Check& check) { tell(check, context, rest); }
    void operator()(const syntax::Transition& transition) { tell(transition, context, transitions); }
  };

  static bool is_xml(const Subject& subject, const std::string& format) {
    const rules::Format* found = subject.rules.format(format);
    return found != nullptr && found->kind == rules::FormatKind::xml;
  }

  void tell_assumptions() {
    std::set<std::string> told;
    List list;
    for (const Subject& subject : subjects_) {
      if (subject.pack == nullptr || !told.insert(subject.pack->name).second) continue;
      for (const pack::Assumption& each : subject.pack->assumptions) list.items.push_back(clean(speech_.language() == Language::nl ? each.nl : each.en));
    }
    if (list.items.empty()) return;
    page_.blocks.emplace_back(Heading{2, speech_.say(wording::assumptions)});
    page_.blocks.emplace_back(Paragraph{speech_.say(wording::assumptions_intro)});
    page_.blocks.emplace_back(std::move(list));
  }

  const std::vector<Subject>& subjects_;
  const Speech& speech_;
  Page page_;
};

}  // namespace

std::string document(const std::vector<Subject>& subjects, Language language, Form form) {
  const Speech speech(language);
  const Page page = Book(subjects, speech).page();
  return form == Form::html ? html(page, language) : markdown(page);
}

}  // namespace srgconv::document
