// What the words of headers and codes mean. Extend the tables here; nothing else in the program knows such words.
#include "profile/vocabulary.hpp"

#include <algorithm>
#include <array>
#include <cctype>

namespace srgconv::profile {
namespace {

enum class How {
  all,       // the whole header, squeezed
  contains,  // a part of the squeezed header
  word,      // one of its words
};

struct HeaderWord {
  Meaning meaning;
  How how;
  std::string_view text;
};

// The first row that fits decides. What may be personal stands before what is of use.
constexpr auto header_words = std::to_array<HeaderWord>({
    {Meaning::birth_date, How::contains, "geboorte"},
    {Meaning::birth_date, How::contains, "birth"},
    {Meaning::birth_date, How::contains, "gebdat"},
    {Meaning::birth_date, How::word, "geb"},
    {Meaning::birth_date, How::word, "dob"},
    {Meaning::birth_date, How::contains, "overlijden"},
    {Meaning::bsn, How::contains, "burgerservice"},
    {Meaning::bsn, How::contains, "sofinr"},
    {Meaning::bsn, How::contains, "sofinummer"},
    {Meaning::bsn, How::word, "sofi"},
    {Meaning::bsn, How::word, "bsn"},
    {Meaning::bsn, How::contains, "bsnnr"},
    {Meaning::bsn, How::contains, "bsnnummer"},
    {Meaning::person, How::contains, "achternaam"},
    {Meaning::person, How::contains, "voornaam"},
    {Meaning::person, How::contains, "voornamen"},
    {Meaning::person, How::contains, "roepnaam"},
    {Meaning::person, How::contains, "geslachtsnaam"},
    {Meaning::person, How::contains, "voorletter"},
    {Meaning::person, How::contains, "voorvoegsel"},
    {Meaning::person, How::contains, "tussenvoegsel"},
    {Meaning::person, How::contains, "initialen"},
    {Meaning::person, How::contains, "clientnaam"},
    {Meaning::person, How::contains, "naamclient"},
    {Meaning::person, How::contains, "klantnaam"},
    {Meaning::person, How::contains, "partnernaam"},
    {Meaning::person, How::contains, "lastname"},
    {Meaning::person, How::contains, "firstname"},
    {Meaning::person, How::contains, "surname"},
    {Meaning::person, How::word, "aanhef"},
    {Meaning::other_code, How::contains, "instrumentnaam"},
    {Meaning::other_code, How::contains, "naaminstrument"},
    {Meaning::other_code, How::contains, "voorzieningnaam"},
    {Meaning::other_code, How::contains, "naamvoorziening"},
    {Meaning::person, How::word, "naam"},
    {Meaning::person, How::word, "name"},
    {Meaning::person, How::word, "names"},
    {Meaning::person, How::contains, "naam"},
    {Meaning::staff, How::contains, "consulent"},
    {Meaning::staff, How::contains, "medewerker"},
    {Meaning::staff, How::contains, "behandelaar"},
    {Meaning::staff, How::contains, "casemanager"},
    {Meaning::staff, How::contains, "klantmanager"},
    {Meaning::staff, How::contains, "regisseur"},
    {Meaning::staff, How::contains, "contactpersoon"},
    {Meaning::staff, How::contains, "begeleider"},
    {Meaning::staff, How::contains, "werkgever"},
    {Meaning::staff, How::contains, "gebruiker"},
    {Meaning::staff, How::contains, "gewijzigddoor"},
    {Meaning::staff, How::contains, "aangemaaktdoor"},
    {Meaning::staff, How::contains, "mutatiedoor"},
    {Meaning::staff, How::word, "user"},
    {Meaning::address, How::contains, "adres"},
    {Meaning::address, How::contains, "address"},
    {Meaning::address, How::contains, "straatnaam"},
    {Meaning::address, How::word, "straat"},
    {Meaning::address, How::contains, "huisnummer"},
    {Meaning::address, How::contains, "huisnr"},
    {Meaning::address, How::contains, "postcode"},
    {Meaning::address, How::contains, "woonplaats"},
    {Meaning::address, How::contains, "telefoon"},
    {Meaning::address, How::contains, "mobiel"},
    {Meaning::address, How::contains, "email"},
    {Meaning::address, How::contains, "iban"},
    {Meaning::address, How::contains, "bankrek"},
    {Meaning::address, How::contains, "rekeningn"},
    {Meaning::address, How::word, "plaats"},
    {Meaning::address, How::word, "mail"},
    {Meaning::address, How::word, "tel"},
    {Meaning::remark, How::contains, "opmerking"},
    {Meaning::remark, How::contains, "toelichting"},
    {Meaning::remark, How::contains, "omschrijving"},
    {Meaning::remark, How::contains, "notitie"},
    {Meaning::remark, How::contains, "bijzonderhe"},
    {Meaning::remark, How::contains, "commentaar"},
    {Meaning::remark, How::contains, "comment"},
    {Meaning::remark, How::contains, "remark"},
    {Meaning::remark, How::contains, "description"},
    {Meaning::remark, How::word, "memo"},
    {Meaning::remark, How::word, "tekst"},
    {Meaning::remark, How::word, "oms"},
    {Meaning::old_sender, How::all, "oldsender"},
    {Meaning::new_sender, How::all, "newsender"},
    {Meaning::old_sender, How::all, "oudeberichtgever"},
    {Meaning::new_sender, How::all, "nieuweberichtgever"},
    {Meaning::old_id, How::all, "oud"},
    {Meaning::new_id, How::all, "nieuw"},
    {Meaning::old_id, How::all, "oldid"},
    {Meaning::new_id, How::all, "newid"},
    {Meaning::old_id, How::contains, "oudnummer"},
    {Meaning::new_id, How::contains, "nieuwnummer"},
    {Meaning::old_id, How::contains, "oudnr"},
    {Meaning::new_id, How::contains, "nieuwnr"},
    {Meaning::old_id, How::contains, "oudregistratien"},
    {Meaning::new_id, How::contains, "nieuwregistratien"},
    {Meaning::old_id, How::contains, "oudesleutel"},
    {Meaning::new_id, How::contains, "nieuwesleutel"},
    {Meaning::end, How::contains, "einddat"},
    {Meaning::end, How::contains, "eindedatum"},
    {Meaning::end, How::contains, "datumeind"},
    {Meaning::end, How::contains, "datumuit"},
    {Meaning::end, How::contains, "datumtot"},
    {Meaning::end, How::contains, "enddate"},
    {Meaning::end, How::all, "einde"},
    {Meaning::end, How::all, "end"},
    {Meaning::end, How::contains, "daterv"},
    {Meaning::start, How::contains, "startdat"},
    {Meaning::start, How::contains, "begindat"},
    {Meaning::start, How::contains, "datumbegin"},
    {Meaning::start, How::contains, "datumstart"},
    {Meaning::start, How::contains, "datumingang"},
    {Meaning::start, How::contains, "ingangsdat"},
    {Meaning::start, How::contains, "aanvangsdat"},
    {Meaning::start, How::contains, "datumin"},
    {Meaning::start, How::contains, "datumvan"},
    {Meaning::start, How::all, "begin"},
    {Meaning::start, How::all, "start"},
    {Meaning::start, How::contains, "datbrv"},
    {Meaning::month, How::contains, "maand"},
    {Meaning::month, How::all, "month"},
    {Meaning::sender, How::contains, "berichtgever"},
    {Meaning::sender, How::contains, "partijsuwi"},
    {Meaning::sender, How::contains, "gemeentecode"},
    {Meaning::sender, How::all, "sender"},
    {Meaning::sender, How::all, "gemeente"},
    {Meaning::work_capacity, How::contains, "arbeidsvermogen"},
    {Meaning::work_capacity, How::contains, "workcapacity"},
    {Meaning::wage_sign, How::contains, "positiefnegatief"},
    {Meaning::wage_value, How::contains, "loonwaarde"},
    {Meaning::wage_value, How::contains, "wagevalue"},
    {Meaning::wage_value, How::word, "loonw"},
    {Meaning::budget, How::contains, "budget"},
    {Meaning::budget, How::contains, "financier"},
    {Meaning::budget, How::contains, "bekostiging"},
    {Meaning::budget, How::contains, "funding"},
    {Meaning::id, How::contains, "registratien"},
    {Meaning::id, How::contains, "provisieid"},
    {Meaning::id, How::contains, "voorzieningid"},
    {Meaning::id, How::contains, "voorzieningnummer"},
    {Meaning::id, How::contains, "voorzieningnr"},
    {Meaning::id, How::contains, "voorzieningsnummer"},
    {Meaning::id, How::all, "id"},
    {Meaning::id, How::all, "nummer"},
    {Meaning::id, How::all, "sleutel"},
    {Meaning::goal, How::word, "doel"},
    {Meaning::goal, How::word, "goal"},
    {Meaning::goal, How::contains, "doelinzet"},
    {Meaning::goal, How::contains, "doelvoorziening"},
    {Meaning::goal, How::contains, "doelrv"},
    {Meaning::type, How::contains, "instrument"},
    {Meaning::type, How::contains, "typevoorziening"},
    {Meaning::type, How::contains, "soortvoorziening"},
    {Meaning::type, How::contains, "voorzieningtype"},
    {Meaning::type, How::contains, "voorzieningsoort"},
    {Meaning::type, How::contains, "voorzieningcode"},
    {Meaning::type, How::contains, "codevoorziening"},
    {Meaning::type, How::contains, "typerv"},
    {Meaning::type, How::contains, "trajecttype"},
    {Meaning::type, How::contains, "trajectsoort"},
    {Meaning::type, How::contains, "soorttraject"},
    {Meaning::type, How::contains, "productcode"},
    {Meaning::type, How::all, "type"},
    {Meaning::type, How::all, "soort"},
    {Meaning::type, How::all, "voorziening"},
    {Meaning::client, How::contains, "client"},
    {Meaning::client, How::contains, "klantn"},
    {Meaning::client, How::contains, "klantid"},
    {Meaning::client, How::contains, "dossiern"},
    {Meaning::client, How::contains, "persoonsn"},
    {Meaning::client, How::contains, "administratien"},
    {Meaning::programme, How::contains, "traject"},
    {Meaning::programme, How::contains, "programma"},
    {Meaning::programme, How::contains, "volgn"},
    {Meaning::programme, How::contains, "regelnr"},
    {Meaning::status, How::contains, "status"},
    {Meaning::amount, How::contains, "bedrag"},
    {Meaning::amount, How::contains, "percentage"},
    {Meaning::amount, How::word, "perc"},
    {Meaning::amount, How::word, "uren"},
    {Meaning::amount, How::word, "aantal"},
    {Meaning::other_code, How::contains, "code"},
    {Meaning::other_code, How::contains, "soort"},
    {Meaning::other_code, How::word, "reden"},
    {Meaning::other_code, How::contains, "redenbe"},
    {Meaning::other_code, How::contains, "redenei"},
    {Meaning::other_code, How::word, "type"},
    {Meaning::other_code, How::word, "fase"},
    {Meaning::other_code, How::word, "wet"},
    {Meaning::other_code, How::word, "relation"},
    {Meaning::other_code, How::word, "relatie"},
    {Meaning::other_code, How::word, "category"},
    {Meaning::other_code, How::word, "categorie"},
    {Meaning::other_code, How::contains, "indicatie"},
    {Meaning::other_code, How::contains, "regeling"},
});

bool is_letter_or_digit(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0; }

// The words of a header: at signs between letters and where a small letter meets a capital one.
std::vector<std::string> words_of(std::string_view header) {
  std::vector<std::string> words;
  std::string word;
  const auto end = [&] {
    if (!word.empty()) words.push_back(squeezed(word));
    word.clear();
  };
  for (std::size_t i = 0; i < header.size(); ++i) {
    const char c = header[i];
    const bool beyond_ascii = static_cast<unsigned char>(c) >= 0x80;
    if (!is_letter_or_digit(c) && !beyond_ascii) {
      end();
      continue;
    }
    if (!word.empty() && std::isupper(static_cast<unsigned char>(c)) != 0 && std::islower(static_cast<unsigned char>(word.back())) != 0) end();
    word += c;
  }
  end();
  return words;
}

Meaning meaning_of_name(std::string_view name) {
  const std::string whole = squeezed(name);
  if (whole.empty()) return Meaning::none;
  const std::vector<std::string> words = words_of(name);
  const auto found = std::find_if(header_words.begin(), header_words.end(), [&](const HeaderWord& row) {
    switch (row.how) {
      case How::all: return whole == row.text;
      case How::contains: return whole.find(row.text) != std::string::npos;
      case How::word: break;
    }
    return std::find(words.begin(), words.end(), row.text) != words.end();
  });
  return found == header_words.end() ? Meaning::none : found->meaning;
}

// ---------------------------------------------------------------------------------------------- words of codes

struct FieldWord {
  std::string_view list, word, role;
};

constexpr auto field_words = std::to_array<FieldWord>({
    {"type", "LKS", "wage-cost-subsidy"},
    {"type", "LOONKOSTENSUBSIDIE", "wage-cost-subsidy"},
    {"type", "FLKS", "flat-rate-wage-cost-subsidy"},
    {"type", "LKS-FORFAIT", "flat-rate-wage-cost-subsidy"},
    {"type", "TLKS", "temporary-wage-cost-subsidy"},
    {"type", "LKS-TIJDELIJK", "temporary-wage-cost-subsidy"},
    {"type", "BW", "sheltered-work"},
    {"type", "BESCHUT", "sheltered-work"},
    {"type", "BESCHUT-WERK", "sheltered-work"},
    {"type", "PPL", "participation-place"},
    {"type", "PARTICIPATIEPLAATS", "participation-place"},
    {"type", "PROEFPLAATS", "trial-placement"},
    {"type", "PROEFPLAATSING", "trial-placement"},
    {"type", "JC", "job-coach"},
    {"type", "JOBCOACH", "job-coach"},
    {"type", "WERKPLEKAANPASSING", "workplace-adaptation"},
    {"type", "COACH", "coaching"},
    {"type", "COACHING", "coaching"},
    {"type", "CURSUS", "training"},
    {"type", "OPLEIDING", "training"},
    {"type", "TRAINING", "training"},
    {"goal", "R", "reintegration"},
    {"goal", "REINTEGRATIE", "reintegration"},
    {"goal", "RE-INTEGRATIE", "reintegration"},
    {"goal", "P", "participation"},
    {"goal", "PARTICIPATIE", "participation"},
    {"work_capacity", "ONDER-WML", "below-minimum-wage"},
});

constexpr auto ordinary_words = std::to_array<std::string_view>(
    {"ja",         "nee",      "j",      "n",     "m",    "v",       "x",          "actief",  "inactief", "lopend",  "beeindigd",
     "afgesloten", "gesloten", "open",   "nieuw", "test", "concept", "definitief", "gepland", "gestart",  "gestopt", "vervallen",
     "geen",       "onbekend", "overig", "zorg",  "wmo",  "buig",    "rei",        "esf",     "ips",      "inb",     "same",
     "split",      "ended",    "gelijk", "ioaw",  "ioaz", "pw",      "wsw",        "wajong",  "bbz"});

// The rest of a text behind a prefix that ends where a word ends.
bool begins_with_word(std::string_view text, std::string_view word) {
  return text.starts_with(word) && (text.size() == word.size() || !is_letter_or_digit(text[word.size()]));
}

std::string small(std::string_view text) {
  std::string result(text);
  for (char& c : result) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return result;
}

// `Training/Cursus/Opleiding`, and the first word of `Coaching naar werk`.
bool is_called(const Code& code, std::string_view word) {
  if (squeezed(code.name) == squeezed(word)) return true;
  const std::string wanted = small(word);
  std::string_view rest = code.name;
  while (true) {
    const std::size_t slash = rest.find('/');
    if (begins_with_word(small(rest), wanted)) return true;
    if (slash == std::string_view::npos) return false;
    rest.remove_prefix(slash + 1);
  }
}

}  // namespace

Meaning meaning_of(std::string_view header) {
  const std::size_t slash = header.rfind('/');
  if (slash == std::string_view::npos) return meaning_of_name(header);
  const Meaning last = meaning_of_name(header.substr(slash + 1));
  if (last != Meaning::none && last != Meaning::other_code && last != Meaning::amount) return last;
  const Meaning whole = meaning_of_name(header);
  return whole == Meaning::none ? last : whole;
}

std::string squeezed(std::string_view text) {
  // The letters of Latin-1 in UTF-8 are C3 and a second byte; what is left when the accent is gone.
  constexpr std::string_view plain = "aaaaaaaceeeeiiiidnooooo ouuuuy  aaaaaaaceeeeiiiidnooooo ouuuuy y";
  std::string result;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (byte == 0xC3 && i + 1 < text.size()) {
      const auto second = static_cast<unsigned char>(text[++i]);
      const char letter = second >= 0x80 && second < 0xC0 ? plain[second - 0x80U] : ' ';
      if (letter != ' ') result += letter;
    } else if (byte < 0x80 && is_letter_or_digit(text[i])) {
      result += static_cast<char>(std::tolower(byte));
    }
  }
  return result;
}

std::optional<Proposal> proposal_for(const CodeList& list, std::string_view word) {
  if (list.find(word) != nullptr) return Proposal{std::string(word), false};
  const std::string wanted = squeezed(word);
  if (wanted.empty()) return std::nullopt;
  for (const FieldWord& row : field_words) {
    if (row.list == list.name() && squeezed(row.word) == wanted && list.with_role(row.role) != nullptr) return Proposal{std::string(row.role), true};
  }
  std::optional<Proposal> found;
  for (const Code& code : list.codes()) {
    if ((code.role.empty() || squeezed(code.role) != wanted) && !(wanted.size() > 2 && is_called(code, word))) continue;
    if (found) return std::nullopt;
    found = Proposal{code.code, false};
  }
  return found;
}

std::vector<std::pair<std::string, Proposal>> usual_words(const CodeList& list, LetterCase letters) {
  std::vector<std::pair<std::string, Proposal>> result;
  for (const FieldWord& row : field_words) {
    if (row.list != list.name() || list.with_role(row.role) == nullptr) continue;
    std::string word(row.word);
    if (letters == LetterCase::lower || letters == LetterCase::mixed) word = small(word);
    if (letters == LetterCase::mixed && word.size() > 3) word.front() = static_cast<char>(std::toupper(static_cast<unsigned char>(word.front())));
    result.emplace_back(std::move(word), Proposal{std::string(row.role), true});
  }
  return result;
}

bool is_ordinary_word(std::string_view squeezed_word) {
  if (std::find(ordinary_words.begin(), ordinary_words.end(), squeezed_word) != ordinary_words.end()) return true;
  return std::any_of(field_words.begin(), field_words.end(), [&](const FieldWord& row) { return squeezed(row.word) == squeezed_word; });
}

}  // namespace srgconv::profile
