// The words of the two invented suppliers, for their exports and for the code tables that read these.
#pragma once

#include <array>
#include <string_view>

namespace srgconv::synthesize {

/// What a supplier calls a type; a type may have several words.
struct Word {
  int type;
  std::string_view text;  ///< UTF-8
};

/// The supplier of files with semicolons. The roles stand for placeholder codes.
inline constexpr std::array<Word, 14> words_a{{{10, "LKS"},
                                               {11, "LKS forfaitair"},
                                               {12, "LKS tijdelijk"},
                                               {20, "Beschut werk"},
                                               {22, "Participatieplaats"},
                                               {23, "Proefplaatsing"},
                                               {29, "Werkervaringsplek"},
                                               {30, "Jobcoaching"},
                                               {31, "Werkplekaanpassing"},
                                               {40, "Coaching"},
                                               {42, "Cursus"},
                                               {42, "Opleiding"},
                                               {42, "Training"},
                                               {59, "Financiële drempel"}}};
/// The supplier of files with commas.
inline constexpr std::array<Word, 12> words_b{{{10, "loonkostensubsidie"},
                                               {11, "loonkosten-forfait"},
                                               {12, "loonkosten-tijdelijk"},
                                               {20, "beschut"},
                                               {22, "pp"},
                                               {23, "proef"},
                                               {29, "werkstage"},
                                               {30, "jobcoach"},
                                               {31, "aanpassing"},
                                               {40, "begeleiding"},
                                               {42, "scholing"},
                                               {59, "overig"}}};

}  // namespace srgconv::synthesize
