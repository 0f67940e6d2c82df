// Reads one document, with a parser that is reused for the next document of the same grammar.
#include <algorithm>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include <xercesc/framework/XMLErrorCodes.hpp>
#include <xercesc/util/OutOfMemoryException.hpp>
#include <xercesc/util/XMLException.hpp>

#include "xml/file_source.hpp"
#include "xml/xerces_reader.hpp"
#include "xml/xerces_text.hpp"
#include "xml/xml.hpp"

namespace srgconv::xml {
namespace {

// A parser that left a document by an exception of ours is not used again: what Xerces then keeps of it is not documented.
class BorrowedReader {
 public:
  explicit BorrowedReader(const Grammar* grammar) : pool_(grammar == nullptr ? nullptr : &grammar->pool()) {
    if (pool_ != nullptr) reader_ = std::move(pool_->reader);
    if (!reader_) reader_ = std::make_unique<XercesReader>(pool_ == nullptr ? nullptr : &pool_->pool);
  }
  XercesReader& operator*() { return *reader_; }
  void give_back() {
    reader_->attach(nullptr, nullptr);
    if (pool_ != nullptr) pool_->reader = std::move(reader_);
  }

 private:
  Grammar::Pool* pool_;
  std::unique_ptr<XercesReader> reader_;
};

// Does a document in an encoding of single bytes declare one of wider units? Xerces reads it all the same; by the standard, and to other parsers, it is an
// error.
bool declares_wider_units(std::string_view beginning) {
  constexpr std::string_view mark = "\xEF\xBB\xBF";
  if (beginning.starts_with(mark)) beginning.remove_prefix(mark.size());
  if (!beginning.starts_with("<?xml")) return false;
  const std::string_view declaration = beginning.substr(0, beginning.find("?>"));
  const std::size_t name = declaration.find("encoding");
  const std::size_t quote = name == std::string_view::npos ? name : declaration.find_first_of("'\"", name);
  if (quote == std::string_view::npos) return false;
  std::string encoding(declaration.substr(quote + 1, declaration.find_first_of("'\"", quote + 1) - quote - 1));
  std::transform(encoding.begin(), encoding.end(), encoding.begin(), [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
  return encoding.starts_with("UTF-16") || encoding.starts_with("UTF-32") || encoding.starts_with("UCS-") || encoding.starts_with("ISO-10646");
}

Outcome parse_source(const FileSource& source, const OpenDocument& again, const std::string& shown_name, const Grammar* grammar, Handler& handler,
                     Diagnostics& diagnostics, std::size_t most_messages) {
  FaultTeller faults(shown_name, diagnostics, most_messages);
  BorrowedReader reader(grammar);
  (*reader).attach(&handler, &faults);
  bool stopped = false;
  try {
    (*reader).parse(source);
    reader.give_back();
  } catch (const LeaveDocument&) {
    stopped = (*reader).stopped();
  } catch (const xercesc::XMLException& exception) {
    faults.add({FaultDomain::value, 0, true, to_utf8(exception.getMessage()), static_cast<std::uint32_t>(exception.getSrcLine()), 0});
  } catch (const xercesc::OutOfMemoryException&) {
    throw std::bad_alloc();
  }
  if (!faults.any() && declares_wider_units(source.beginning()))
    faults.add({FaultDomain::well_formedness, xercesc::XMLErrs::BadXMLEncoding, true, "declared encoding", 1, 1});
  faults.document(source.beginning(), again);
  faults.end();
  if (faults.any()) return Outcome::faulty;
  return stopped ? Outcome::stopped : Outcome::complete;
}

}  // namespace

Outcome parse(const std::filesystem::path& path, const std::string& shown_name, const Grammar* grammar, Handler& handler, Diagnostics& diagnostics,
              std::size_t most_messages) {
  if (const auto reason = unreadable(path)) {
    diagnostics.add(finding("READ-201", {shown_name}, {{"reason", *reason}}));
    return Outcome::faulty;
  }
  return parse_source(FileSource(path, shown_name), document_in(path, shown_name), shown_name, grammar, handler, diagnostics, most_messages);
}

Outcome parse(const OpenDocument& open, const std::string& shown_name, const Grammar* grammar, Handler& handler, Diagnostics& diagnostics,
              std::size_t most_messages) {
  return parse_source(FileSource(open, shown_name), open, shown_name, grammar, handler, diagnostics, most_messages);
}

}  // namespace srgconv::xml
