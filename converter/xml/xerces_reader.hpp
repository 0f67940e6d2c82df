// The hardened Xerces parser behind parse() and Grammar; internal to this room.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <xercesc/framework/XMLGrammarPoolImpl.hpp>
#include <xercesc/parsers/SAX2XMLReaderImpl.hpp>
#include <xercesc/sax2/DefaultHandler.hpp>

#include "xml/xerces_fault.hpp"
#include "xml/xml.hpp"

namespace srgconv::xml {

/// Thrown through Xerces to leave a document: the handler, or the number of faults, asked for it.
struct LeaveDocument {};

/// A parser that hands elements straight to a Handler, without the SAX2 layer between, and faults with their Xerces code to a FaultTeller.
class XercesReader : public xercesc::SAX2XMLReaderImpl {
 public:
  /// With a pool documents are validated against what is in it, and never against schemas that they name themselves.
  explicit XercesReader(xercesc::XMLGrammarPool* pool);

  /// Prepares for one document; both live until it has been parsed.
  void attach(Handler* handler, FaultTeller* faults);
  /// Did the handler, and not a fault, end the reading?
  bool stopped() const { return stopped_; }

  void startElement(const xercesc::XMLElementDecl& element, unsigned int uri, const XMLCh* prefix, const xercesc::RefVectorOf<xercesc::XMLAttr>& attributes,
                    XMLSize_t count, bool is_empty, bool is_root) override;
  void endElement(const xercesc::XMLElementDecl& element, unsigned int uri, bool is_root, const XMLCh* prefix) override;
  void docCharacters(const XMLCh* text, XMLSize_t length, bool cdata) override;
  void error(unsigned int code, const XMLCh* domain, xercesc::XMLErrorReporter::ErrTypes kind, const XMLCh* text, const XMLCh* system_id,
             const XMLCh* public_id, XMLFileLoc line, XMLFileLoc column) override;

 private:
  std::string_view namespace_of(unsigned int uri);
  void collect_attributes(const xercesc::RefVectorOf<xercesc::XMLAttr>& attributes, XMLSize_t count, unsigned int element_uri);
  void leave_when(bool enough);

  // Xerces reports to the parser's own functions only once some handler is set; that handler also learns where the scanner is.
  class Registration : public xercesc::DefaultHandler {
   public:
    explicit Registration(XercesReader& reader) : reader_(reader) {}
    void setDocumentLocator(const xercesc::Locator* locator) override;

   private:
    XercesReader& reader_;
  };

  Registration registration_;
  Handler* handler_ = nullptr;
  FaultTeller* faults_ = nullptr;
  const xercesc::Locator* locator_ = nullptr;
  bool stopped_ = false;
  std::vector<std::string> namespaces_;  // by Xerces' number, for one document
  std::vector<bool> namespace_known_;
  std::vector<unsigned int> uris_;  // of the open elements
  Attributes attributes_;
  std::string text_;
};

struct Grammar::Pool {
  xercesc::XMLGrammarPoolImpl pool;
  std::unique_ptr<XercesReader> reader;  // reused from document to document; null while one is being parsed
};

}  // namespace srgconv::xml
