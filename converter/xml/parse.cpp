// Reads one document, with a parser that is reused for the next document of the same grammar.
#include <memory>
#include <utility>

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
