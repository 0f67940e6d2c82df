// Opens workbooks: the package, the relations between its parts, and what the cells of all sheets refer to.
#include "read/xlsx_workbook.hpp"

#include <algorithm>
#include <charconv>
#include <map>
#include <utility>

#include <fmt/format.h>

#include "archive/archive.hpp"
#include "read/input_stream.hpp"
#include "read/watched_stream.hpp"
#include "read/xlsx_cell.hpp"

namespace srgconv::read {
namespace {

const std::string* value_of(const xml::Attributes& attributes, std::string_view name) {
  const auto found = std::find_if(attributes.begin(), attributes.end(), [&](const auto& each) { return each.first == name; });
  return found == attributes.end() ? nullptr : &found->second;
}

std::uint64_t number_of(const std::string* text) {
  std::uint64_t number = 0;
  if (text != nullptr) std::from_chars(text->data(), text->data() + text->size(), number);
  return number;
}

class PartHandler : public xml::Handler {
 public:
  bool end_element(std::string_view, std::string_view) override { return true; }
  void text(std::string_view) override {}
};

struct Relation {
  std::string type, target;
};

// The parts that a part refers to, by the names it gives them.
class Relations : public PartHandler {
 public:
  explicit Relations(std::string folder) : folder_(std::move(folder)) {}
  bool start_element(std::string_view, std::string_view name, const xml::Attributes& attributes, std::uint32_t) override {
    const std::string* id = value_of(attributes, "Id");
    const std::string* type = value_of(attributes, "Type");
    const std::string* target = value_of(attributes, "Target");
    const std::string* mode = value_of(attributes, "TargetMode");
    if (name != "Relationship" || id == nullptr || type == nullptr || target == nullptr || (mode != nullptr && *mode == "External")) return true;
    const std::filesystem::path whole = target->starts_with('/') ? std::filesystem::path(target->substr(1)) : std::filesystem::path(folder_) / *target;
    all[*id] = {type->substr(type->rfind('/') + 1), whole.lexically_normal().generic_string()};
    return true;
  }
  const Relation* of_type(std::string_view type) const {
    const auto found = std::find_if(all.begin(), all.end(), [&](const auto& each) { return each.second.type == type; });
    return found == all.end() ? nullptr : &found->second;
  }
  std::map<std::string, Relation> all;

 private:
  std::string folder_;
};

class WorkbookPart : public PartHandler {
 public:
  bool start_element(std::string_view, std::string_view name, const xml::Attributes& attributes, std::uint32_t) override {
    if (name == "workbookPr") {
      const std::string* system = value_of(attributes, "date1904");
      since_1904 = system != nullptr && (*system == "1" || *system == "true");
    } else if (name == "sheet") {
      const std::string* title = value_of(attributes, "name");
      const auto id = std::find_if(attributes.begin(), attributes.end(), [](const auto& each) { return each.first.ends_with("}id"); });
      if (title != nullptr && id != attributes.end()) sheets.emplace_back(*title, id->second);
    }
    return true;
  }
  std::vector<std::pair<std::string, std::string>> sheets;  // name, relation
  bool since_1904 = false;
};

class TextsPart : public PartHandler {
 public:
  TextsPart(SharedTexts& texts, std::uint64_t most) : texts_(texts), most_(most) {}
  bool start_element(std::string_view, std::string_view name, const xml::Attributes&, std::uint32_t) override {
    if (name == "si") text_.clear();
    if (name == "rPh") ++beside_;
    inside_ = name == "t" && beside_ == 0;
    return true;
  }
  bool end_element(std::string_view, std::string_view name) override {
    if (name == "rPh" && beside_ > 0) --beside_;
    if (name == "t") inside_ = false;
    if (name == "si") too_much = too_much || !texts_.add(unescaped(std::move(text_)), most_);
    if (name == "si") text_.clear();
    return !too_much;
  }
  void text(std::string_view utf8) override {
    if (!inside_ || too_much) return;
    text_ += utf8;
    too_much = text_.size() > most_;
  }
  bool too_much = false;

 private:
  SharedTexts& texts_;
  std::uint64_t most_;
  std::string text_;
  int beside_ = 0;  // how a text is pronounced stands beside it
  bool inside_ = false;
};

class StylesPart : public PartHandler {
 public:
  bool start_element(std::string_view, std::string_view name, const xml::Attributes& attributes, std::uint32_t) override {
    if (name == "numFmt") {
      const std::string* code = value_of(attributes, "formatCode");
      if (code != nullptr) own_[number_of(value_of(attributes, "numFmtId"))] = shows_date(*code);
    }
    if (name == "cellXfs") in_cells_ = true;
    if (name == "xf" && in_cells_) {
      const std::uint64_t format = number_of(value_of(attributes, "numFmtId"));
      const auto found = own_.find(format);
      date_styles.push_back(found == own_.end() ? shows_date(static_cast<std::uint32_t>(std::min<std::uint64_t>(format, 1000))) : found->second);
    }
    return true;
  }
  bool end_element(std::string_view, std::string_view name) override {
    if (name == "cellXfs") in_cells_ = false;
    return true;
  }
  std::vector<bool> date_styles;

 private:
  std::map<std::uint64_t, bool> own_;
  bool in_cells_ = false;
};

// Is it a file of the kind before 2007: an old workbook, or the wrapping of an encrypted one? Then the stream of the new one has this name.
bool holds_encrypted_package(const InputFile& file) {
  const std::string name("E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0", 32);
  const auto in = open_input(file);
  std::string window, block(std::size_t{1} << 16U, '\0');
  while (const std::size_t got = in->read(block.data(), block.size())) {
    window.append(block, 0, got);
    if (window.find(name) != std::string::npos) return true;
    window.erase(0, window.size() - std::min(window.size(), name.size()));
  }
  return false;
}

// Why a file cannot be a workbook, by how it begins.
std::optional<Diagnostic> wrong_kind(const InputFile& file) {
  const auto in = open_input(file);
  std::string first(8, '\0');
  std::size_t got = 0;
  while (got < first.size()) {
    const std::size_t more = in->read(first.data() + got, first.size() - got);
    if (more == 0) break;
    got += more;
  }
  if (in->fault()) return in->fault();
  if (got == 0) return finding("READ-003", {file.name});
  if (first == "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1") return finding(holds_encrypted_package(file) ? "READ-130" : "READ-131", {file.name});
  if (!first.starts_with("PK")) return finding("READ-132", {file.name});
  return std::nullopt;
}

}  // namespace

bool SharedTexts::add(std::string_view text, std::uint64_t most) {
  if (all_.size() + text.size() + (ends_.size() + 1) * sizeof(std::uint64_t) > most) return false;
  all_ += text;
  ends_.push_back(all_.size());
  return true;
}

std::optional<std::string_view> SharedTexts::at(std::uint64_t number) const {
  if (number >= ends_.size()) return std::nullopt;
  const std::uint64_t begin = number == 0 ? 0 : ends_[number - 1];
  return std::string_view(all_).substr(begin, ends_[number] - begin);
}

bool Workbook::read_part(const std::string& part, xml::Handler& handler, Diagnostics& diagnostics) const {
  const archive::Member* member = package_->member(part);
  if (member == nullptr) {
    diagnostics.add(finding("READ-138", {shown_name_}, {{"part", part}}));
    return false;
  }
  std::optional<Diagnostic> of_archive;
  Diagnostics of_xml;
  const xml::Outcome outcome = xml::parse([&] { return std::make_unique<WatchedStream<archive::UnpackedStream>>(package_->read(*member), of_archive); },
                                          shown_name_ + "/" + part, nullptr, handler, of_xml);
  if (of_archive) {
    diagnostics.add(std::move(*of_archive));
    return false;
  }
  diagnostics.append(std::move(of_xml));
  return outcome != xml::Outcome::faulty;
}

bool Workbook::read(Diagnostics& diagnostics, std::uint64_t most_text) {
  Relations package("");
  if (package_->member("_rels/.rels") != nullptr && !read_part("_rels/.rels", package, diagnostics)) return false;
  const Relation* main = package.of_type("officeDocument");
  if (main == nullptr) {
    diagnostics.add(finding("READ-132", {shown_name_}));
    return false;
  }
  if (main->target.ends_with(".bin")) {
    diagnostics.add(finding("READ-140", {shown_name_}));
    return false;
  }
  const std::filesystem::path part(main->target);
  WorkbookPart workbook;
  Relations relations(part.parent_path().generic_string());
  const std::string of_part = (part.parent_path() / "_rels" / (part.filename().string() + ".rels")).generic_string();
  if (!read_part(main->target, workbook, diagnostics) || !read_part(of_part, relations, diagnostics)) return false;
  since_1904_ = workbook.since_1904;
  for (auto& [name, id] : workbook.sheets) {
    const auto relation = relations.all.find(id);
    if (relation == relations.all.end()) {
      diagnostics.add(finding("READ-138", {shown_name_}, {{"part", name}}));
      return false;
    }
    sheets_.push_back({std::move(name), relation->second.target, relation->second.type == "worksheet"});
  }
  if (sheets_.empty()) {
    diagnostics.add(finding("READ-132", {shown_name_}));
    return false;
  }
  if (const Relation* styles = relations.of_type("styles")) {
    StylesPart handler;
    if (!read_part(styles->target, handler, diagnostics)) return false;
    date_styles_ = std::move(handler.date_styles);
  }
  if (const Relation* texts = relations.of_type("sharedStrings")) {
    TextsPart handler(texts_, most_text);
    const bool whole = read_part(texts->target, handler, diagnostics);
    if (handler.too_much) diagnostics.add(finding("READ-139", {shown_name_}, {{"limit", fmt::format("{} MiB", most_text >> 20U)}}));
    if (!whole || handler.too_much) return false;
  }
  return true;
}

std::unique_ptr<Workbook> Workbook::open(const InputFile& file, Diagnostics& diagnostics, std::uint64_t most_text) {
  if (auto why = wrong_kind(file)) {
    diagnostics.add(std::move(*why));
    return nullptr;
  }
  auto package = archive::ZipArchive::open(file.path, file.name, diagnostics);
  if (package == nullptr) return nullptr;
  std::unique_ptr<Workbook> workbook(new Workbook(std::move(package), file.name));
  if (!workbook->read(diagnostics, most_text)) return nullptr;
  return workbook;
}

}  // namespace srgconv::read
