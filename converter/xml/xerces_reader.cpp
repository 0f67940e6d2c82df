// The parser: what is switched off for safety, and the short way from scanner to handler.
#include "xml/xerces_reader.hpp"

#include <xercesc/framework/XMLAttr.hpp>
#include <xercesc/framework/XMLElementDecl.hpp>
#include <xercesc/framework/XMLGrammarPool.hpp>
#include <xercesc/sax/Locator.hpp>
#include <xercesc/util/XMLString.hpp>
#include <xercesc/util/XMLUni.hpp>
#include <xercesc/validators/common/Grammar.hpp>

#include "xml/xerces_text.hpp"

namespace srgconv::xml {
namespace {

using xercesc::XMLString;
using xercesc::XMLUni;

FaultDomain domain_of(const XMLCh* domain) {
  if (XMLString::equals(domain, XMLUni::fgValidityDomain)) return FaultDomain::validity;
  if (XMLString::equals(domain, XMLUni::fgExceptDomain)) return FaultDomain::value;
  return FaultDomain::well_formedness;
}

// Is one of these schemas for documents without a namespace?
bool has_grammar_without_namespace(xercesc::XMLGrammarPool& pool) {
  auto grammars = pool.getGrammarEnumerator();
  while (grammars.hasMoreElements()) {
    const XMLCh* space = grammars.nextElement().getTargetNamespace();
    if (space == nullptr || *space == 0) return true;
  }
  return false;
}

}  // namespace

void XercesReader::Registration::setDocumentLocator(const xercesc::Locator* locator) { reader_.locator_ = locator; }

XercesReader::XercesReader(xercesc::XMLGrammarPool* pool) : SAX2XMLReaderImpl(xercesc::XMLPlatformUtils::fgMemoryManager, pool), registration_(*this) {
  // The schema-only scanner is 6 % faster, but takes no elements without a namespace from a pool: it holds them against an empty grammar of its own.
  // The scanner is chosen first, since the features below are settings of a scanner.
  const bool general = pool != nullptr && has_grammar_without_namespace(*pool);
  setProperty(XMLUni::fgXercesScannerName, const_cast<XMLCh*>(general ? XMLUni::fgIGXMLScanner : XMLUni::fgSGXMLScanner));
  // No SecurityManager: its limit counts every `&amp;` as an expansion, and without DTDs there is nothing else to expand.
  const bool validating = pool != nullptr;
  setFeature(XMLUni::fgSAX2CoreNameSpaces, true);
  setFeature(XMLUni::fgSAX2CoreValidation, validating);
  setFeature(XMLUni::fgXercesDynamic, false);  // it would let an unknown root pass
  setFeature(XMLUni::fgXercesSchema, validating);
  setFeature(XMLUni::fgXercesSchemaFullChecking, false);
  setFeature(XMLUni::fgXercesUseCachedGrammarInParse, validating);
  setFeature(XMLUni::fgXercesLoadSchema, false);  // xsi:schemaLocation in a document is not followed
  setFeature(XMLUni::fgXercesLoadExternalDTD, false);
  setFeature(XMLUni::fgXercesDisableDefaultEntityResolution, true);
  setFeature(XMLUni::fgXercesContinueAfterFatalError, false);
  setContentHandler(&registration_);
  setErrorHandler(&registration_);
}

void XercesReader::attach(Handler* handler, FaultTeller* faults) {
  handler_ = handler;
  faults_ = faults;
  locator_ = nullptr;
  stopped_ = false;
  namespaces_.clear();
  namespace_known_.clear();
  uris_.clear();
}

std::string_view XercesReader::namespace_of(unsigned int uri) {
  if (uri >= namespaces_.size()) {
    namespaces_.resize(uri + 1);
    namespace_known_.resize(uri + 1);
  }
  if (!namespace_known_[uri]) {
    namespaces_[uri] = to_utf8(getURIText(uri));
    namespace_known_[uri] = true;
  }
  return namespaces_[uri];
}

void XercesReader::collect_attributes(const xercesc::RefVectorOf<xercesc::XMLAttr>& attributes, XMLSize_t count, unsigned int element_uri) {
  attributes_.clear();
  for (XMLSize_t i = 0; i < count; ++i) {
    const xercesc::XMLAttr& attribute = *attributes.elementAt(i);
    const unsigned int uri = attribute.getURIId();
    if (XMLString::equals(attribute.getQName(), XMLUni::fgXMLNSString) || XMLString::equals(attribute.getPrefix(), XMLUni::fgXMLNSString)) continue;
    const std::string space(namespace_of(uri));
    const bool foreign = !space.empty() && uri != element_uri;
    attributes_.emplace_back(foreign ? "{" + space + "}" + to_utf8(attribute.getName()) : to_utf8(attribute.getName()), to_utf8(attribute.getValue()));
  }
}

void XercesReader::leave_when(bool enough) {
  if (enough) throw LeaveDocument();
}

void XercesReader::startElement(const xercesc::XMLElementDecl& element, unsigned int uri, const XMLCh*,
                                const xercesc::RefVectorOf<xercesc::XMLAttr>& attributes, XMLSize_t count, bool is_empty, bool is_root) {
  text_.clear();
  const XMLCh* name = element.getBaseName();
  append_utf8(text_, name, XMLString::stringLen(name));
  faults_->open(text_);
  leave_when(faults_->full());
  const auto line = static_cast<std::uint32_t>(locator_ == nullptr ? 0 : locator_->getLineNumber());
  if (faults_->depth() > FaultTeller::deepest) {
    faults_->too_deep(line);
    leave_when(true);
  }
  collect_attributes(attributes, count, uri);
  uris_.push_back(uri);
  if (handler_ != nullptr && !handler_->start_element(namespace_of(uri), text_, attributes_, line)) {
    stopped_ = true;
    leave_when(true);
  }
  if (is_empty) endElement(element, uri, is_root, nullptr);
}

void XercesReader::endElement(const xercesc::XMLElementDecl&, unsigned int, bool, const XMLCh*) {
  const std::string_view name = faults_->close();
  leave_when(faults_->full());
  const unsigned int uri = uris_.back();
  uris_.pop_back();
  if (handler_ != nullptr && !handler_->end_element(namespace_of(uri), name)) {
    stopped_ = true;
    leave_when(true);
  }
  faults_->closed();
}

void XercesReader::docCharacters(const XMLCh* text, XMLSize_t length, bool) {
  if (handler_ == nullptr || uris_.empty()) return;
  text_.clear();
  append_utf8(text_, text, length);
  handler_->text(text_);
}

void XercesReader::error(unsigned int code, const XMLCh* domain, xercesc::XMLErrorReporter::ErrTypes kind, const XMLCh* text, const XMLCh*, const XMLCh*,
                         XMLFileLoc line, XMLFileLoc column) {
  if (kind == xercesc::XMLErrorReporter::ErrType_Warning || faults_ == nullptr) return;
  faults_->add({domain_of(domain), code, kind == xercesc::XMLErrorReporter::ErrType_Fatal, to_utf8(text), static_cast<std::uint32_t>(line),
                static_cast<std::uint32_t>(column)});
}

}  // namespace srgconv::xml
