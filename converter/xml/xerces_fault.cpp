// Turns the codes of Xerces into our own messages. Only names of elements and attributes and rules of the schema pass; values never do.
#include "xml/xerces_fault.hpp"

#include <algorithm>
#include <array>
#include <memory>
#include <utility>

#include <fmt/format.h>
#include <xercesc/framework/XMLErrorCodes.hpp>
#include <xercesc/framework/XMLValidityCodes.hpp>
#include <xercesc/util/XMLExceptMsgs.hpp>

#include "domain/utf8.hpp"
#include "xml/xerces_text.hpp"

namespace srgconv::xml {
namespace {

using xercesc::XMLErrs;
using xercesc::XMLExcepts;
using xercesc::XMLValid;

constexpr std::size_t longest_path = 200;
constexpr std::size_t longest_model = 300;

std::string shortened(std::string_view text, std::size_t most) {
  if (text.size() <= most) return std::string(text);
  return beginning(text, most) + "…";
}

// The first piece in single quotes: a name, in the messages this is used for, and a name holds no quote.
std::string first_quoted(std::string_view text) {
  const std::size_t begin = text.find('\'');
  const std::size_t end = begin == std::string_view::npos ? begin : text.find('\'', begin + 1);
  return end == std::string_view::npos ? std::string() : std::string(text.substr(begin + 1, end - begin - 1));
}

// What stands between the last occurrence of `phrase` and the closing quote: a text of the schema, which Xerces always puts last.
std::string after_last(std::string_view text, std::string_view phrase) {
  const std::size_t found = text.rfind(phrase);
  if (found == std::string_view::npos) return {};
  std::string_view rest = text.substr(found + phrase.size());
  if (rest.ends_with('\'')) rest.remove_suffix(1);
  return std::string(rest);
}

// The rule that a value breaks, as the schema writes it: `pattern [0-9]{9}`, `maxLength 15`. The code says which rule it is, since the value, which
// comes first in the text, may hold any phrase; the facet comes last.
std::string broken_rule(const XercesFault& fault) {
  struct Facet {
    unsigned int code;
    std::string_view name, phrase;
  };
  constexpr auto facets = std::to_array<Facet>({
      {XMLExcepts::VALUE_NotMatch_Pattern, "pattern", "regular expression facet '"},
      {XMLExcepts::VALUE_GT_maxLen, "maxLength", "facet value '"},
      {XMLExcepts::VALUE_LT_minLen, "minLength", "facet value '"},
      {XMLExcepts::VALUE_NE_Len, "length", "facet value '"},
      {XMLExcepts::VALUE_exceed_totalDigit, "totalDigits", "facet value '"},
      {XMLExcepts::VALUE_exceed_fractDigit, "fractionDigits", "facet value '"},
      {XMLExcepts::VALUE_exceed_maxIncl, "maxInclusive", "facet value '"},
      {XMLExcepts::VALUE_exceed_maxExcl, "maxExclusive", "facet value '"},
      {XMLExcepts::VALUE_exceed_minIncl, "minInclusive", "facet value '"},
      {XMLExcepts::VALUE_exceed_minExcl, "minExclusive", "facet value '"},
  });
  if (fault.domain == FaultDomain::value) {
    for (const Facet& facet : facets) {
      if (facet.code == fault.code) return fmt::format("{} {}", facet.name, shortened(after_last(fault.text, facet.phrase), longest_model));
    }
    return fault.code == XMLExcepts::VALUE_NotIn_Enumeration ? "enumeration" : "datatype";
  }
  return fault.code == XMLValid::FixedDifferentFromActual || fault.code == XMLValid::NotSameAsFixedValue ? "fixed" : "datatype";
}

bool about_bytes(const XercesFault& fault) {
  if (fault.code == XMLErrs::BadXMLEncoding && fault.domain == FaultDomain::well_formedness) return true;
  return fault.domain == FaultDomain::value && (fault.text.find("byte") != std::string::npos || fault.text.find("encoding") != std::string::npos);
}

bool has_doctype(std::string_view beginning) {
  std::string ascii;  // UTF-16 has a zero byte beside each sign
  std::copy_if(beginning.begin(), beginning.end(), std::back_inserter(ascii), [](char c) { return c != '\0'; });
  return ascii.find("<!DOCTYPE") != std::string::npos;
}

// Xerces names the start of its buffer for bytes that it cannot decode; this finds the true place. UTF-8 only: line 0 when all is UTF-8.
std::pair<std::uint32_t, std::uint32_t> first_undecodable(ByteStream& bytes) {
  std::string held, block(std::size_t{1} << 16U, '\0');
  std::uint32_t line = 1, column = 1;
  while (true) {
    const std::size_t got = bytes.read(block.data(), block.size());
    held.append(block, 0, got);
    // A character may go on in the next block, but never over more than four bytes.
    const std::size_t sure = got == 0 ? held.size() : held.size() - std::min<std::size_t>(held.size(), 3);
    std::size_t at = 0;
    while (at < sure) {
      const std::size_t length = utf8_length(held, at);
      if (length == 0) return {line, column};
      column = held[at] == '\n' ? 1 : column + 1;
      if (held[at] == '\n') ++line;
      at += length;
    }
    held.erase(0, at);
    if (got == 0) return {0, 0};
  }
}

}  // namespace

void FaultTeller::document(std::string_view beginning, OpenDocument again) {
  beginning_ = beginning;
  again_ = std::move(again);
}

void FaultTeller::add(XercesFault fault) {
  any_ = true;
  if (fault.fatal) {
    fatal_ = std::move(fault);
  } else if (fault.domain == FaultDomain::validity && fault.code == XMLValid::NoCharDataInCM) {
    tell_waiting(false);
    tell(fault, false);
  } else {
    waiting_.push_back(std::move(fault));
  }
}

void FaultTeller::open(std::string_view element) {
  if (!path_.empty()) path_ += '/';
  starts_.push_back(path_.size());
  path_ += element;
  if (!waiting_.empty()) tell_waiting(true);
}

std::string_view FaultTeller::close() {
  if (!waiting_.empty()) tell_waiting(false);
  return std::string_view(path_).substr(starts_.back());
}

void FaultTeller::closed() {
  const std::size_t start = starts_.back();
  starts_.pop_back();
  path_.resize(start == 0 ? 0 : start - 1);
}

void FaultTeller::too_deep(std::uint32_t line) {
  any_ = true;
  waiting_.clear();
  diagnostics_.add(finding("READ-214", {file_, line}, {{"limit", fmt::format("{}", deepest)}}));
}

void FaultTeller::end() {
  tell_waiting(false);
  if (!fatal_) {
    if (full()) diagnostics_.add(finding("READ-215", {file_}, {{"count", fmt::format("{}", told_)}}));
    return;
  }
  diagnostics_.add(describe_fatal(*fatal_));
}

void FaultTeller::tell_waiting(bool about_start_tag) {
  for (const XercesFault& fault : waiting_) tell(fault, about_start_tag);
  waiting_.clear();
}

void FaultTeller::tell(const XercesFault& fault, bool about_start_tag) {
  if (full()) return;
  ++told_;
  diagnostics_.add(describe(fault, about_start_tag));
}

std::string FaultTeller::current() const { return starts_.empty() ? std::string() : path_.substr(starts_.back()); }

// An English text without its quoted pieces, but for a single one that is the name of an open element. From the first quote to the last
// everything goes: a value may hold quotes itself.
std::string FaultTeller::masked(std::string_view text) const {
  const std::size_t begin = text.find('\'');
  if (begin == std::string_view::npos) return std::string(text);
  const std::size_t end = text.rfind('\'');
  const std::string_view piece = text.substr(begin + 1, end > begin ? end - begin - 1 : 0);
  const bool is_name = !piece.empty() && ("/" + path_ + "/").find(fmt::format("/{}/", piece)) != std::string::npos;
  if (is_name) return std::string(text);
  return fmt::format("{}'…'{}", text.substr(0, begin), text.substr(end + 1));
}

Diagnostic FaultTeller::describe_fatal(const XercesFault& fault) const {
  Diagnostic result = finding("READ-210", {file_, fault.line, fault.column, 0, shortened(path_, longest_path)});
  const bool formed = fault.domain == FaultDomain::well_formedness;
  if (formed && (fault.code == XMLErrs::InvalidDocumentStructure || fault.code == XMLErrs::DuplicateDocTypeDecl) && has_doctype(beginning_)) {
    result.code = "READ-211";
    result.primary.column = 0;
  } else if (formed &&
             (fault.code == XMLErrs::EntityNotFound || fault.code == XMLErrs::EntityExpansionLimitExceeded || fault.code == XMLErrs::RecursiveEntity)) {
    result.code = "READ-212";
  } else if (about_bytes(fault)) {
    result.code = "READ-213";
    if (const auto [line, column] = first_undecodable(*again_()); line > 0) {
      result.primary.line = line;
      result.primary.column = column;
      result.primary.field.clear();
    }
  } else {
    result.arguments["detail"] = masked(fault.text);
  }
  return result;
}

Diagnostic FaultTeller::describe(const XercesFault& fault, bool about_start_tag) const {
  Diagnostic result = finding("READ-229", {file_, fault.line, 0, 0, shortened(path_, longest_path)}, {{"element", current()}});
  auto& arguments = result.arguments;
  const auto other = [&] { arguments["detail"] = masked(fault.text); };
  if (fault.domain == FaultDomain::value) {
    result.code = about_start_tag ? "READ-223" : "READ-222";
    arguments["rule"] = broken_rule(fault);
    return result;
  }
  if (fault.domain != FaultDomain::validity) {
    other();
    return result;
  }
  switch (fault.code) {
    case XMLValid::ElementNotDefined:
      result.code = "READ-220";
      arguments["element"] = first_quoted(fault.text);
      break;
    case XMLValid::ElementNotValidForContent:
      arguments["model"] = shortened(after_last(fault.text, "content model '"), longest_model);
      if (first_quoted(fault.text) == current()) {  // how Xerces says that `<L/>` is empty
        result.code = "READ-226";
        break;
      }
      result.code = "READ-221";
      arguments["child"] = first_quoted(fault.text);
      break;
    case XMLValid::EmptyNotValidForContent:
    case XMLValid::NotEnoughElemsForCM:
      result.code = "READ-226";
      arguments["model"] = shortened(after_last(fault.text, "content model '"), longest_model);
      break;
    case XMLValid::AttNotDefined:
    case XMLValid::AttNotDefinedForElement:
      result.code = "READ-224";
      arguments["attribute"] = first_quoted(fault.text);
      break;
    case XMLValid::RequiredAttrNotProvided:
      result.code = "READ-225";
      arguments["attribute"] = first_quoted(fault.text);
      break;
    case XMLValid::NoCharDataInCM: result.code = "READ-227"; break;
    case XMLValid::SimpleTypeHasChild: result.code = "READ-228"; break;
    case XMLValid::DatatypeError:
    case XMLValid::DatatypeValidationFailure:
    case XMLValid::FixedDifferentFromActual:
    case XMLValid::NotSameAsFixedValue:
      result.code = about_start_tag ? "READ-223" : "READ-222";
      arguments["rule"] = broken_rule(fault);
      break;
    case XMLValid::IC_DuplicateUnique:
    case XMLValid::IC_DuplicateKey: result.code = "READ-219"; break;
    default: other();
  }
  return result;
}

}  // namespace srgconv::xml
