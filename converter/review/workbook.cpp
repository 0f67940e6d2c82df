// The lines as a workbook in which people can change nothing but what they decide.
#include <xlsxwriter.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <string>
#include <system_error>
#include <vector>

#include <fmt/format.h>

#include "review/review.hpp"
#include "review/workbook_words.hpp"
#include "write/write.hpp"

namespace srgconv::review {
namespace {

namespace fs = std::filesystem;

constexpr time_t fixed_moment = 946684800;  // 2000-01-01: a moment of making would make every workbook another one
constexpr lxw_col_t frozen_columns = 3;
constexpr std::size_t longest_cell = 32000;  // Excel stops at 32,767 characters

[[noreturn]] void writing_failed(const fs::path& path, const std::string& reason) {
  throw BrokenWorld(finding("SYS-001", {path.filename().string()}, {{"file", path.filename().string()}, {"reason", reason}}));
}

void checked(lxw_error error, const fs::path& path) {
  if (error != LXW_NO_ERROR) writing_failed(path, lxw_strerror(error));
}

bool is_for_people(Column column) { return column == Column::decision || column == Column::who || column == Column::date || column == Column::why; }

// Is it the new side of a fact in which the candidate differs?
bool shows_difference(Column column, const std::string& differs) {
  const auto among = [&](std::string_view fact) { return (" " + differs + " ").find(" " + std::string(fact) + " ") != std::string::npos; };
  switch (column) {
    case Column::new_person: return among("bsn");
    case Column::new_type:
    case Column::new_type_name: return among("type");
    case Column::new_start: return among("start");
    case Column::new_end: return among("end");
    case Column::new_goal: return among("goal");
    case Column::new_work_capacity: return among("work_capacity");
    case Column::new_wage_value: return among("wage_value");
    default: return false;
  }
}

class Writer {
 public:
  Writer(const fs::path& path, Language language) : path_(path), language_(language), workbook_(workbook_new(path.c_str())) {
    if (workbook_ == nullptr) writing_failed(path, std::generic_category().message(errno));
    lxw_doc_properties properties{};
    properties.created = fixed_moment;
    checked(workbook_set_properties(workbook_, &properties), path);
    explanation_ = workbook_add_worksheet(workbook_, std::string(explanation_name.in(language)).c_str());
    sheet_ = workbook_add_worksheet(workbook_, std::string(sheet_name).c_str());
    header_ = format(0xD9E1F2U, true);
    format_set_bold(header_);
    format_set_text_wrap(header_);
    format_set_align(header_, LXW_ALIGN_VERTICAL_TOP);
    for (const bool shaded : {false, true}) {
      locked_[shaded] = format(shaded ? 0xF2F2F2U : 0xFFFFFFU, true);
      differing_[shaded] = format(0xFCE4D6U, true);
      open_[shaded] = format(0xFFFFCCU, false);
      day_[shaded] = format(0xFFFFCCU, false);
      format_set_num_format(day_[shaded], "yyyy-mm-dd");
    }
  }
  ~Writer() {
    if (workbook_ != nullptr) lxw_workbook_free(workbook_);
  }
  Writer(const Writer&) = delete;
  Writer& operator=(const Writer&) = delete;

  void explain(std::size_t open) {
    lxw_format* const title = workbook_add_format(workbook_);
    format_set_bold(title);
    format_set_font_size(title, 14);
    lxw_format* const text = workbook_add_format(workbook_);
    format_set_text_wrap(text);
    format_set_align(text, LXW_ALIGN_VERTICAL_TOP);
    worksheet_set_column(explanation_, 0, 0, 110, nullptr);
    for (std::size_t i = 0; i < explanation.size(); ++i) {
      const std::string line = i == 0 ? fmt::format(fmt::runtime(explanation[i].in(language_)), open) : std::string(explanation[i].in(language_));
      if (!line.empty()) checked(worksheet_write_string(explanation_, static_cast<lxw_row_t>(i), 0, line.c_str(), i == 0 ? title : text), path_);
    }
    worksheet_protect(explanation_, nullptr, nullptr);
  }

  void head() {
    worksheet_set_row(sheet_, 0, 45, nullptr);
    for (lxw_col_t i = 0; i < column_count; ++i) {
      const SheetColumn& column = sheet_columns[i];
      worksheet_set_column(sheet_, i, i, column.width, nullptr);
      // What people read, and below it the name by which the column is known.
      const std::string title = fmt::format("{}\n{}", column.title.in(language_), name(column.column));
      checked(worksheet_write_string(sheet_, 0, i, title.c_str(), header_), path_);
    }
    worksheet_freeze_panes(sheet_, 1, frozen_columns);
  }

  void add(const Line& line) {
    if (line[Column::old_key] != last_key_) shaded_ = !shaded_;
    last_key_ = line[Column::old_key];
    ++row_;
    for (lxw_col_t i = 0; i < column_count; ++i) {
      const Column column = sheet_columns[i].column;
      std::string text = line[column];
      if (column == Column::decision) text = in_words(text);
      if (text.size() > longest_cell) text = text.substr(0, text.find_last_of(',', longest_cell)) + ", ...";
      lxw_format* const look = column == Column::date                            ? day_[shaded_]
                               : is_for_people(column)                           ? open_[shaded_]
                               : shows_difference(column, line[Column::differs]) ? differing_[shaded_]
                                                                                 : locked_[shaded_];
      checked(worksheet_write_string(sheet_, row_, i, text.c_str(), look), path_);
    }
  }

  void finish() {
    offer_words();
    worksheet_autofilter(sheet_, 0, 0, std::max<lxw_row_t>(row_, 1), column_count - 1);
    lxw_protection allowed{};
    allowed.autofilter = LXW_TRUE;
    allowed.format_columns = LXW_TRUE;
    allowed.format_rows = LXW_TRUE;
    worksheet_protect(sheet_, nullptr, &allowed);
    lxw_workbook* const whole = workbook_;
    workbook_ = nullptr;  // closing frees it, whatever comes of it
    checked(workbook_close(whole), path_);
  }

 private:
  lxw_format* format(std::uint32_t colour, bool locked) {
    lxw_format* const result = workbook_add_format(workbook_);
    format_set_bg_color(result, colour);
    format_set_border(result, LXW_BORDER_THIN);
    format_set_border_color(result, 0xBFBFBFU);
    format_set_align(result, LXW_ALIGN_VERTICAL_TOP);
    if (!locked) format_set_unlocked(result);
    return result;
  }

  std::string in_words(const std::string& decision) const {
    for (const Choice choice : {Choice::link, Choice::no_link, Choice::drop, Choice::later}) {
      if (decision == srgconv::name(choice)) return std::string(word(choice, language_));
    }
    return decision;
  }

  void offer_words() {
    const auto at = std::find_if(sheet_columns.begin(), sheet_columns.end(), [](const SheetColumn& column) { return column.column == Column::decision; });
    const auto column = static_cast<lxw_col_t>(at - sheet_columns.begin());
    std::array<std::string, 4> texts;
    std::array<char*, 5> list{};
    std::size_t next = 0;
    for (const Choice choice : {Choice::link, Choice::no_link, Choice::drop, Choice::later}) {
      texts[next] = word(choice, language_);
      list[next] = texts[next].data();
      ++next;
    }
    const ChoiceMessages messages;
    std::string title(messages.title.in(language_)), text(messages.text.in(language_));
    lxw_data_validation validation{};
    validation.validate = LXW_VALIDATION_TYPE_LIST;
    validation.value_list = list.data();
    validation.error_title = title.data();
    validation.error_message = text.data();
    checked(worksheet_data_validation_range(sheet_, 1, column, std::max<lxw_row_t>(row_, 1), column, &validation), path_);
  }

  fs::path path_;
  Language language_;
  lxw_workbook* workbook_;
  lxw_worksheet *explanation_ = nullptr, *sheet_ = nullptr;
  lxw_format* header_ = nullptr;
  std::array<lxw_format*, 2> locked_{}, differing_{}, open_{}, day_{};  // plain, shaded: the lines of one provision look alike
  lxw_row_t row_ = 0;
  std::string last_key_;
  bool shaded_ = true;
};

}  // namespace

void write_workbook(const store::Workspace& workspace, const CodeLists& codes, const fs::path& path, std::string_view key, Language language) {
  // Beside its place first: an interruption leaves what was there.
  fs::path fresh = path;
  fresh.replace_filename("." + path.filename().string() + ".srgconv-new");
  write::write_file(fresh, {});  // for the user alone
  try {
    Writer writer(fresh, language);
    writer.explain(summary(workspace).open);
    writer.head();
    for_each_line(workspace, codes, key, language, [&](const Line& line) { writer.add(line); });
    writer.finish();
    fs::rename(fresh, path);
  } catch (const fs::filesystem_error& error) {
    fs::remove(fresh);
    writing_failed(path, error.code().message());
  } catch (...) {
    std::error_code ignored;
    fs::remove(fresh, ignored);
    throw;
  }
}

}  // namespace srgconv::review
