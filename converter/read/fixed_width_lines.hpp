// Makes records of the lines of a fixed width file; internal to this room.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "read/line_text.hpp"
#include "read/read.hpp"

namespace srgconv::read {

/// The first line of a text that ends in a blank, but for lines that are blank altogether and those of the preamble; 0: there is none.
std::uint32_t line_that_ends_in_a_blank(std::string_view text, std::uint32_t first_line, const rules::Format& format);

class FixedWidthLines {
 public:
  /// `padded_line`: a line that shows that this file does not cut off blanks at the ends of lines, so that a line that is too short lacks something; 0: there
  /// is none, and what is missing of a line was blank.
  FixedWidthLines(const InputFile& file, const rules::Format& format, std::uint32_t padded_line);

  /// Hands over the records of a text of whole lines; texts come in the order of the file.
  void read(std::string_view text, std::uint32_t first_line, RecordSink& sink);
  /// Behind the last text. False: the file is unusable as a whole; then, and after a wrong count of an earlier line, diagnostics() says why.
  bool finish();

  std::uint64_t records() const { return records_; }
  Diagnostics& diagnostics() { return diagnostics_; }

 private:
  /// A kind of line, with the characters that no column has.
  struct Kind {
    const rules::LineKind* declared;
    std::vector<rules::Positions> gaps;
    std::uint32_t last = 0;         // of columns and kind
    std::uint32_t last_column = 0;  // of columns alone
  };
  /// What the last line of a kind with the role `before` says.
  struct Level {
    enum class State { missing, held, refused, doubted };
    const rules::LineKind* declared;
    State state = State::missing;
    std::uint32_t line = 0;  // missing: 0
    std::vector<RawValue> values;
  };

  Kind kind_of(const rules::LineKind& declared) const;
  const Kind* find_kind() const;
  void take_line(std::uint32_t line, RecordSink& sink);
  void take_before(const Kind& kind, std::uint32_t line, RecordSink& sink);
  void take_record(const Kind& kind, std::uint32_t line, RecordSink& sink);
  void take_count(const rules::LineKind& kind, std::uint32_t line);
  void refuse_kind(std::uint32_t line, RecordSink& sink);
  void clear_record(std::uint32_t line);
  std::optional<Diagnostic> fault_of(const Kind& kind, std::uint32_t line) const;
  std::optional<Diagnostic> fault_above(const rules::LineKind& kind, std::uint32_t line) const;
  std::string column_at(const rules::LineKind& kind, std::uint32_t position) const;

  const InputFile& file_;
  const rules::Format& format_;
  std::uint32_t padded_line_;
  std::vector<Kind> kinds_;
  std::vector<Level> levels_;
  LineText text_;
  SourceRecord record_;
  std::uint64_t records_ = 0;           // handed over
  std::uint64_t records_to_count_ = 0;  // lines of records since the last that counts them
  const rules::LineKind* counting_ = nullptr;
  bool counted_ = false, counts_right_ = true;
  Diagnostics diagnostics_;
};

}  // namespace srgconv::read
