#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "amounts.h"
#include "quantities.h"
#include "quantity_tables.h"

namespace gainsay::extract {

/// The figure in "81st" or "40s"; none for other words.
[[nodiscard]] std::optional<double> figure_before(std::string_view norm, std::string_view tail);

/// One pass over one text. Each reader is tried at a token; it yields a tag, or says how far the
/// text was understood without one, or leaves the token to the next reader.
class QuantityScan {
 public:
  QuantityScan(const Tables& tables, const Tokenized& in);
  [[nodiscard]] std::vector<QuantityTag> run();

 private:
  /// A quantity under construction.
  struct Draft {
    std::uint32_t first = 0;
    std::uint32_t last = 0;
    std::uint32_t number_first = 0;
    std::uint32_t number_last = 0;
    Written written;
    double factor = 1;
    double offset = 0;
    Hedge hedge;
    Quantity quantity;
    bool hedged = false;
    bool refused = false;
  };
  struct Step {
    std::optional<QuantityTag> tag;
    std::uint32_t next = 0;  ///< 0: nothing was read here
  };

  Step step(std::uint32_t i);
  [[nodiscard]] bool name_word(std::uint32_t i) const;
  Step zero(std::uint32_t i);
  Step vague(std::uint32_t i);
  [[nodiscard]] Step both(std::uint32_t i) const;
  [[nodiscard]] Step lone(std::uint32_t i) const;
  [[nodiscard]] Step another(std::uint32_t i) const;
  [[nodiscard]] Step multiple(std::uint32_t i) const;
  [[nodiscard]] Step ordinal(std::uint32_t i) const;
  [[nodiscard]] Step decade_of_life(std::uint32_t i) const;
  [[nodiscard]] Step something_old(std::uint32_t i) const;
  [[nodiscard]] Step bare_duration(std::uint32_t i) const;
  [[nodiscard]] Step long_unit(std::uint32_t i) const;
  Step article(std::uint32_t i);
  Step amount(std::uint32_t i);

  [[nodiscard]] Step finish(Draft draft) const;
  [[nodiscard]] static Step skip(std::uint32_t next) { return {std::nullopt, next}; }
  [[nodiscard]] Draft draft_of(const Amount& amount) const;
  void add_hedges(Draft& draft, bool range) const;
  void add_hedge_after(Draft& draft) const;
  void add_noun(Draft& draft, bool one) const;
  bool times_as_many(Draft& draft) const;
  bool add_hyphenated_noun(Draft& draft) const;
  bool add_partitive(Draft& draft) const;
  void set_noun(Draft& draft, const NounPhrase& phrase) const;
  void add_rate(Draft& draft) const;
  void mark_subset(Draft& draft) const;

  double vague_scale(std::uint32_t& last) const;
  bool vague_noun(Draft& draft, bool of, bool needed) const;
  [[nodiscard]] bool stands_for_noun(std::uint32_t first, std::uint32_t last) const;
  [[nodiscard]] bool one_more(std::uint32_t i) const;
  [[nodiscard]] bool hurt_before(std::uint32_t i) const;

  // Readings of a bare or measured amount.
  [[nodiscard]] bool refused_by_neighbours(const Amount& amount) const;
  [[nodiscard]] bool doubtful_after(const Amount& amount) const;
  [[nodiscard]] bool doubtful_separator(const Amount& amount) const;
  [[nodiscard]] bool year(const Amount& amount, bool hedged) const;
  bool score_of_votes(const Amount& amount, Draft& draft) const;
  [[nodiscard]] bool lone_one(const Amount& amount, const Draft& draft) const;
  [[nodiscard]] bool identifier(const Amount& amount) const;
  [[nodiscard]] bool in_a_list(const Amount& amount) const;
  bool negative(const Amount& amount, Draft& draft) const;
  bool age(const Amount& amount, Draft& draft) const;
  [[nodiscard]] bool age_in_apposition(const Amount& amount) const;
  [[nodiscard]] bool age_said_of(const Amount& amount, const Draft& draft) const;
  [[nodiscard]] bool age_limit(const Amount& amount, const Draft& draft) const;
  [[nodiscard]] bool age_in_list(const Amount& amount) const;
  [[nodiscard]] bool persons_at(std::uint32_t i) const;
  bool share(const Amount& amount, Draft& draft) const;
  bool money_without_currency(const Amount& amount, Draft& draft) const;
  bool magnitude(const Amount& amount, Draft& draft) const;
  void fraction_of_unit(Amount& amount) const;

  const Tables& tables_;
  const Tokenized& in_;
  AmountReader reader_;
  std::vector<bool> masked_;
  std::vector<QuantityTag> tags_;
  bool quake_ = false;
  bool headline_ = true;        ///< no long word begins with a small letter
  std::uint32_t floor_ = 0;     ///< end of the last tag
  std::uint32_t zero_end_ = 0;  ///< end of the last "no ..." tag
};

}  // namespace gainsay::extract
