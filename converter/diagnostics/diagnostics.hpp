// What is wrong, where, and what to do next: facts (Diagnostic), their collector, and their Dutch and English texts.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "domain/source_span.hpp"

namespace srgconv {

enum class Language { nl, en };
enum class Severity { note, warning, error };

/// A stretch of a text beside the primary one, with a message code of its own for its label.
struct RelatedSpan {
  SourceSpan span;
  std::string label_code;  ///< a code of kind `label` in the message table
};

/// One finding as a fact. It holds no sentence: the table of messages has those, by code.
struct Diagnostic {
  std::string code;  ///< `RULE-012`; never reused for something else
  SourceSpan primary;
  /// Values for the named places in the templates. What a rule file says in both languages stands under `what` in Dutch, and under `what@en` in English.
  std::map<std::string, std::string> arguments;
  std::optional<std::string> suggestion;  ///< a name or text to use instead; fills the place {suggestion} of the tip
  std::vector<RelatedSpan> related;
};

/// A diagnostic without related places, in one expression.
Diagnostic finding(std::string_view code, SourceSpan primary, std::map<std::string, std::string> arguments = {}, std::optional<std::string> suggestion = {});

/// One row of the table of messages. Templates are fmt templates with named arguments; both languages use the same arguments.
struct Message {
  std::string_view code;
  Severity severity;
  std::string_view nl, en;          ///< what is wrong
  std::string_view tip_nl, tip_en;  ///< what to do next
  /// The tip when the diagnostic has a suggestion; empty: the plain tip serves.
  std::string_view suggestion_nl = {}, suggestion_en = {};
};

/// The tables, one per area: RULE (language), READ (files), PACK (format packs), MAP (rows), DATA (rules held against data), CASE (a case as a whole),
/// RECO (reconciliation), VER (verification), USE (command line), SYS (the machine).
std::span<const Message> rule_messages();
std::span<const Message> read_messages();
std::span<const Message> packed_messages();
std::span<const Message> workbook_messages();
std::span<const Message> pack_messages();
std::span<const Message> map_messages();
std::span<const Message> row_messages();
std::span<const Message> data_messages();
std::span<const Message> case_messages();
std::span<const Message> reconcile_messages();
std::span<const Message> verify_messages();
std::span<const Message> monthly_messages();
std::span<const Message> sender_messages();
std::span<const Message> usage_messages();
std::span<const Message> system_messages();

/// All rows of all tables, ordered by code.
std::vector<const Message*> all_messages();
/// The row of this code. A code without a row is a fault of the program (assert).
const Message& message(std::string_view code);

/// The text of a file, so that a place in it can be shown with a caret.
class SourceText {
 public:
  SourceText(std::string name, std::string content);
  const std::string& name() const { return name_; }
  const std::string& content() const { return content_; }
  /// The place of `length` bytes from byte `offset` on, columns counted in characters.
  SourceSpan span(std::size_t offset, std::size_t length) const;
  /// The text of a line, 1-based, without its end; empty when there is no such line.
  std::string_view line(std::size_t number) const;

 private:
  std::string name_, content_;
  std::vector<std::size_t> line_starts_;
};

/// Collects what a run finds. Not for several threads at once: give each its own and append in a fixed order.
class Diagnostics {
 public:
  void add(Diagnostic diagnostic);
  void append(Diagnostics other);
  bool has_errors() const { return errors_ > 0; }
  std::size_t error_count() const { return errors_; }
  const std::vector<Diagnostic>& all() const { return all_; }
  /// Keeps a text so that places in it are rendered with their line and a caret.
  void keep_text(SourceText text);
  const SourceText* text_of(std::string_view file) const;

 private:
  std::vector<Diagnostic> all_;
  std::vector<SourceText> texts_;
  std::size_t errors_ = 0;
};

/// The sentence of a diagnostic, without place and tip, personal data masked.
std::string sentence(const Diagnostic& diagnostic, Language language);
/// The tip of a diagnostic: what to do next, personal data masked.
std::string tip(const Diagnostic& diagnostic, Language language);
/// The whole message: place, severity, code, sentence, the line with a caret when its text was kept, and the tip. Ends with a line end.
///
///     mappings/voorbeeld-a.rules:14:18: error [RULE-012] unknown column 'INSTRUMNT'
///       14 |   type  = instrument[INSTRUMNT]
///          |                      ^^^^^^^^^
///          = tip: the format declares 'INSTRUMENT'
std::string render(const Diagnostic& diagnostic, const Diagnostics& texts, Language language);
/// Diagnostics ordered by file, place and code; equal ones as they came.
std::vector<const Diagnostic*> by_place(const std::vector<Diagnostic>& diagnostics);
/// All of them, by place.
std::string render_all(const Diagnostics& diagnostics, Language language);

/// A list of names nearest to `wanted` first; the nearest when it is near enough to be a slip (or differs only by case).
std::optional<std::string> similar_name(std::string_view wanted, std::span<const std::string> names);

/// The world is broken (disk full, file vanished, database fault): thrown, and caught only in main, which shows the
/// diagnostic and leaves with exit code 5. Bad data or rules never throw.
class BrokenWorld : public std::runtime_error {
 public:
  explicit BrokenWorld(Diagnostic what) : std::runtime_error(what.code), diagnostic_(std::move(what)) {}
  const Diagnostic& diagnostic() const { return diagnostic_; }

 private:
  Diagnostic diagnostic_;
};

}  // namespace srgconv
