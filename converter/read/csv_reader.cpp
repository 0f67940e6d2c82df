// Reads CSV: finds the columns by their names, and hands over one row at a time.
#include "read/csv_reader.hpp"

#include <algorithm>
#include <cerrno>
#include <memory>
#include <system_error>
#include <utility>

#include <fmt/format.h>

#include "parallel/parallel.hpp"
#include "read/csv_columns.hpp"
#include "read/csv_pieces.hpp"
#include "read/csv_rows.hpp"
#include "read/csv_scanner.hpp"
#include "read/decoding.hpp"
#include "read/fixed_width_reader.hpp"
#include "read/one_sink.hpp"

namespace srgconv::read {
namespace {

class CsvReader {
 public:
  CsvReader(const InputFile& file, const rules::Format& format, RecordSink& sink, Diagnostics& diagnostics)
      : file_(file), format_(format), sink_(sink), diagnostics_(diagnostics) {
    record_.values.resize(format.fields.size());
  }

  // Which columns there are; what stands before the first row is taken from the scanner. Nothing, with diagnostics, when the rows cannot be read.
  std::optional<Columns> head(CsvScanner& scanner) {
    for (std::size_t i = 0; i < format_.preamble_lines; ++i) scanner.skip_line();
    if (format_.header_lines == 0) return by_order(format_);
    CsvRow row;
    if (next(scanner, row, true) && join_header(scanner, row)) return by_name(cells_, row, format_, file_.name, diagnostics_);
    if (!scanner.unclosed()) diagnostics_.add(finding("READ-003", {file_.name}));
    return std::nullopt;
  }

  // Hands over the rows that are left. False when a quote is never closed.
  bool rows(CsvScanner& scanner, const Columns& columns) {
    CsvRow row;
    while (next(scanner, row, format_.fields.size() > 1)) hand_over(row, columns);
    return closed(scanner, &columns);
  }

  // Hands over the rows of a piece of a file, undecoded. False when a quote is never closed.
  bool rows(CsvRows& rows, const Columns& columns) {
    while (true) {
      switch (rows.next()) {
        case CsvRows::Next::end: return true;
        case CsvRows::Next::row:
          ++records_;
          sink_.row(rows);
          break;
        case CsvRows::Next::other:
          if (!other_row(rows, columns)) return false;
      }
    }
  }

  // Reads a text as a whole.
  Result read(std::string_view text) {
    CsvScanner scanner(text, format_.separator);
    const std::optional<Columns> columns = head(scanner);
    const bool whole = columns ? rows(scanner, *columns) : closed(scanner, nullptr);
    return {columns && whole, records_, 0};
  }

  std::uint64_t records() const { return records_; }

 private:
  // An empty line holds no row where a row has several cells.
  bool next(CsvScanner& scanner, CsvRow& row, bool skip_empty) {
    while (scanner.next(cells_, row)) {
      if (!(is_empty(row) && skip_empty)) return true;
    }
    return false;
  }
  bool is_empty(const CsvRow& row) const { return row.cells == 1 && cells_[0].text.empty() && row.line == row.last_line; }

  // A row of a piece that is not as rows should be, or an empty line: cut as bytes, then decoded.
  bool other_row(CsvRows& rows, const Columns& columns) {
    CsvScanner scanner(rows.rest(), format_.separator, rows.next_line());
    CsvRow row;
    if (!scanner.next(cells_, row)) {
      std::string text(rows.rest());  // the place of the quote is told in characters
      decode_plain(text, format_.encoding);
      CsvScanner again(text, format_.separator, rows.next_line());
      again.next(cells_, row);
      return closed(again, &columns);
    }
    rows.pass_over(scanner.position(), scanner.line());
    if (is_empty(row) && format_.fields.size() > 1) return true;
    for (std::size_t cell = 0; cell < row.cells; ++cell) decode_plain(cells_[cell].text, format_.encoding);
    hand_over(row, columns);
    return true;
  }

  // A header of several lines: a column is called what its lines say, joined by a blank. False when the file ends before they do.
  bool join_header(CsvScanner& scanner, CsvRow& row) {
    std::vector<RawValue> further;
    for (std::size_t i = 1; i < format_.header_lines; ++i) {
      CsvRow below;
      if (!scanner.next(further, below)) return false;
      row.last_line = below.last_line;
      if (cells_.size() < below.cells) cells_.resize(below.cells);
      for (std::size_t cell = row.cells; cell < below.cells; ++cell) cells_[cell] = RawValue{{}, true, below.line};
      row.cells = std::max(row.cells, below.cells);
      for (std::size_t cell = 0; cell < below.cells; ++cell) {
        std::string& name = cells_[cell].text;
        if (!name.empty() && !further[cell].text.empty()) name += ' ';
        name += further[cell].text;
      }
    }
    return true;
  }

  bool closed(const CsvScanner& scanner, const Columns* columns) {
    if (!scanner.unclosed()) return true;
    const auto& place = *scanner.unclosed();
    diagnostics_.add(finding("READ-107", {file_.name, place.line, place.column, 1, columns != nullptr ? name_of(place.cell, *columns) : std::string()}));
    return false;
  }

  std::string name_of(std::size_t cell, const Columns& columns) const {
    const std::size_t field = cell < columns.field_of_cell.size() ? columns.field_of_cell[cell] : CsvRows::no_field;
    return field == CsvRows::no_field ? fmt::format("{}", cell + 1) : format_.fields[field].name;
  }

  void hand_over(const CsvRow& row, const Columns& columns) {
    const std::size_t expected = columns.field_of_cell.size();
    record_.line = row.line;
    if (columns.in_order && !row.fault && row.cells == expected && cells_.size() == expected) {
      std::swap(record_.values, cells_);  // the common case: every cell is the value of its own field
      ++records_;
      sink_.record(record_);
      return;
    }
    for (RawValue& value : record_.values) value.present = false;
    for (std::size_t cell = 0; cell < std::min(row.cells, expected); ++cell) {
      if (columns.field_of_cell[cell] != CsvRows::no_field) std::swap(record_.values[columns.field_of_cell[cell]], cells_[cell]);
    }
    for (RawValue& value : record_.values) {
      if (!value.present) value = RawValue{};
    }
    ++records_;
    const bool surplus = columns.nameless_last && row.cells == expected && !cells_[expected - 1].text.empty();
    const bool short_by_nothing = columns.nameless_last && row.cells + 1 == expected;
    if (row.fault) {
      const std::string column = name_of(row.fault_cell, columns);
      const SourceSpan place{file_.name, row.fault_line, 0, 0, column};
      sink_.faulty(record_, *row.fault == RowFault::quote_inside
                                ? finding("READ-105", place, {{"column", column}})
                                : finding("READ-106", place, {{"column", column}, {"last_line", fmt::format("{}", row.last_line)}}));
    } else if ((row.cells != expected && !short_by_nothing) || surplus) {
      const std::size_t wanted = columns.nameless_last ? expected - 1 : expected;
      sink_.faulty(record_, finding("READ-104", {file_.name, row.line}, {{"found", fmt::format("{}", row.cells)}, {"expected", fmt::format("{}", wanted)}}));
    } else {
      sink_.record(record_);
    }
  }

  const InputFile& file_;
  const rules::Format& format_;
  RecordSink& sink_;
  Diagnostics& diagnostics_;
  std::vector<RawValue> cells_;
  SourceRecord record_;
  std::uint64_t records_ = 0;
};

// What a piece gave.
struct Finished {
  std::unique_ptr<RecordSink> sink;
  Diagnostics diagnostics;
  std::uint64_t records = 0;
  bool whole = true;
};

class PieceReader {
 public:
  PieceReader(const InputFile& file, const rules::Format& format, CsvPieces& pieces, PieceSinks& sinks, Diagnostics& diagnostics)
      : file_(file), format_(format), pieces_(pieces), sinks_(sinks), diagnostics_(diagnostics) {}

  // Nothing when the file must be read as a whole; then no sink has been opened.
  std::optional<Result> read(unsigned threads) {
    CsvPiece first;
    if (!pieces_.next(first)) return std::nullopt;
    const auto columns = head(first);
    if (!columns) return std::nullopt;
    take(rows_of(first, *columns));
    const std::size_t ahead = std::size_t{2} * threads;
    if (threads <= 1) {
      while (result_.complete && pieces_.next(first)) take(rows_of(first, *columns));
    } else if (result_.complete) {
      parallel::ordered_until_end<CsvPiece, Finished>(
          threads, ahead, [&](CsvPiece& piece) { return pieces_.next(piece); }, [&](CsvPiece& piece) { return rows_of(piece, *columns); },
          [&](Finished finished) {
            take(std::move(finished));
            return result_.complete;
          });
    }
    if (pieces_.fault()) fail(*pieces_.fault());
    return result_;
  }

 private:
  // The columns; what they stand in is taken off the piece. Nothing when the first row does not begin in it: perhaps the lines before it go on in the next one.
  std::optional<Columns> head(CsvPiece& piece) {
    std::string text(piece.text());
    if (!decode_plain(text, format_.encoding)) return std::nullopt;
    class Nowhere : public RecordSink {
      void record(const SourceRecord&) override {}
      void faulty(const SourceRecord&, Diagnostic) override {}
    } ignoring;
    Diagnostics said;
    CsvScanner scanner(text, format_.separator, piece.first_line);
    auto columns = CsvReader(file_, format_, ignoring, said).head(scanner);
    if (!columns || scanner.at_end()) return std::nullopt;
    diagnostics_.append(std::move(said));
    CsvScanner undecoded(piece.text(), format_.separator, piece.first_line);
    CsvRow row;
    for (std::vector<RawValue> cells; undecoded.line() < scanner.line();) undecoded.next(cells, row);
    piece.buffer.erase(0, undecoded.position());
    piece.size -= undecoded.position();
    piece.first_line = undecoded.line();
    return columns;
  }

  Finished rows_of(const CsvPiece& piece, const Columns& columns) {
    Finished finished;
    finished.sink = sinks_.open();
    CsvReader reader(file_, format_, *finished.sink, finished.diagnostics);
    CsvRows rows(piece.text(), format_.separator, format_.encoding, piece.first_line, columns.field_of_cell, format_.fields.size());
    finished.whole = reader.rows(rows, columns);
    finished.records = reader.records();
    return finished;
  }

  void take(Finished finished) {
    sinks_.close(std::move(finished.sink));
    result_.records += finished.records;
    diagnostics_.append(std::move(finished.diagnostics));
    if (!finished.whole) result_.complete = false;
  }

  void fail(Diagnostic why) {
    if (result_.complete) diagnostics_.add(std::move(why));
    result_.complete = false;
  }

  const InputFile& file_;
  const rules::Format& format_;
  CsvPieces& pieces_;
  PieceSinks& sinks_;
  Diagnostics& diagnostics_;
  Result result_{true, 0, 0};
};

}  // namespace

std::optional<Result> read_csv_in_pieces(const InputFile& file, const rules::Format& format, std::size_t size, unsigned threads, PieceSinks& sinks,
                                         Diagnostics& diagnostics) {
  if (format.preamble_lines > 0) return std::nullopt;  // a quote in a title would put the cuts in the wrong places
  CsvPieces pieces(file, format.encoding, format.separator, size);
  FirstLook look = pieces.look_through();
  if (look.fault) {
    diagnostics.add(std::move(*look.fault));
    return Result{};
  }
  if (!look.in_pieces) return std::nullopt;
  return PieceReader(file, format, pieces, sinks, diagnostics).read(threads);
}

Result read_csv_whole(const InputFile& file, const rules::Format& format, RecordSink& sink, Diagnostics& diagnostics) {
  auto bytes = read_bytes(file, diagnostics);
  if (!bytes) return {};
  const auto text = decode_owned(std::move(*bytes), format.encoding, file.name, diagnostics);
  if (!text) return {};
  if (text->empty()) {
    diagnostics.add(finding("READ-003", {file.name}));
    return {};
  }
  return CsvReader(file, format, sink, diagnostics).read(*text);
}

Result read_csv(const InputFile& file, const rules::Format& format, RecordSink& sink, Diagnostics& diagnostics) {
  OneSink one(sink);
  if (const auto result = read_csv_in_pieces(file, format, size_of_piece, 1, one, diagnostics)) return *result;
  return read_csv_whole(file, format, sink, diagnostics);
}

Result read_in_pieces(const InputFile& file, const rules::Format& format, unsigned threads, PieceSinks& sinks, Diagnostics& diagnostics,
                      const CodeLists* codes) {
  if (format.kind == rules::FormatKind::csv) {
    if (const auto result = read_csv_in_pieces(file, format, size_of_piece, threads, sinks, diagnostics)) return *result;
  }
  if (format.kind == rules::FormatKind::fixed) {
    if (const auto result = read_fixed_width_in_pieces(file, format, size_of_piece, threads, sinks, diagnostics)) return *result;
  }
  std::unique_ptr<RecordSink> sink = sinks.open();
  const Result result = read_records(file, format, *sink, diagnostics, codes);
  sinks.close(std::move(sink));
  return result;
}

}  // namespace srgconv::read
