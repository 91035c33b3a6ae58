#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "attribution.h"
#include "entities.h"
#include "lexicon.h"
#include "quantities.h"
#include "quotes.h"
#include "ruleset/ruleset.h"
#include "stance.h"
#include "tagged_sentence.h"
#include "text/document.h"
#include "text/sentences.h"
#include "times.h"
#include "tokens.h"

namespace gainsay::extract {

/// What is read of a text before rules match, over the rules of the repository, in readable form.
/// Paragraphs of a text are separated by an empty line.
class ReadingPrinter {
 public:
  ReadingPrinter()
      : loaded_(ruleset::load(std::string(GAINSAY_SOURCE_DIR) + "/rules")),
        lexicon_(loaded_.rules),
        entities_(lexicon_),
        quantities_(loaded_.rules, errors_),
        splitter_(loaded_.rules.abbreviations) {}

  [[nodiscard]] const Lexicon& lexicon() const { return lexicon_; }

  /// One line for each cue: `speaker [cue] words of the scope`.
  [[nodiscard]] std::string cues(const std::string& text) const {
    std::string out;
    const Reading reading = read(text);
    for (const SentenceReading& r : reading.sentences) {
      for (const Cue& cue : r.cues) {
        out += (cue.speaker.empty() ? "-" : cue.speaker) + " [" + cue.lemma + "]";
        const TokenRange scope = cue.relative.empty() ? cue.scope : cue.relative;
        out += ' ' + std::string(r.analysis.in().surface(scope.first, scope.last)) + '\n';
      }
    }
    return out;
  }

  /// One line for each quotation: `speaker [cue] label`.
  [[nodiscard]] std::string quotes(const std::string& text) const {
    std::string out;
    const Reading reading = read(text);
    for (const SentenceReading& r : reading.sentences) {
      for (const QuoteDraft& quote : r.quotes) {
        out += (quote.speaker.empty() ? "-" : quote.speaker) + " [" + quote.cue + "] " +
               quote.label + '\n';
      }
    }
    return out;
  }

  /// Who says `words` of the text, and how: `speaker [cue] polarity modality`, and `earlier` when
  /// it is said to have held before.
  [[nodiscard]] std::string stance(const std::string& text, std::string_view words) const {
    const Reading reading = read(text);
    for (const SentenceReading& r : reading.sentences) {
      const std::size_t at = r.analysis.text.find(words);
      if (at == std::string_view::npos) continue;
      const TokenRange range = tokens(r.analysis, at, at + words.size());
      const Cue* cue = covering(r.cues, range.first);
      std::string out = cue == nullptr || cue->speaker.empty() ? "-" : cue->speaker;
      if (cue != nullptr) out += " [" + cue->lemma + "]";
      out += denied_at(lexicon_, r.analysis, range, cue) ? " denied " : " affirmed ";
      out += name(modality_at(lexicon_, r.analysis, range, cue, Modality::kFact));
      if (superseded_at(lexicon_, r.analysis, range, cue)) out += " earlier";
      if (taken_back_at(lexicon_, r.analysis, range)) out += " taken back";
      if (corrected_at(lexicon_, r.analysis, range)) out += " correction";
      return out;
    }
    return "not in the text";
  }

  /// `surface=type/name`, separated by "; ".
  [[nodiscard]] std::string names(const std::string& text) const {
    std::string out;
    const Reading reading = read(text);
    for (const SentenceReading& r : reading.sentences) {
      for (const Mention& m : r.analysis.mentions) {
        if (!out.empty()) out += "; ";
        out += std::string(r.analysis.in().surface(m.first, m.last)) + '=' + name(m.type) + '/' +
               m.name;
      }
    }
    return out;
  }

  /// `surface=kind/value when`, separated by "; "; when: `from..to`, a weekday, or `?`.
  [[nodiscard]] std::string times(const std::string& text, const char* published = "") const {
    std::string out;
    const Reading reading = read(text);
    for (const SentenceReading& r : reading.sentences) {
      for (const TimeTag& t : r.analysis.times) {
        if (!out.empty()) out += "; ";
        out += std::string(r.analysis.in().surface(t.first, t.last)) + '=' + name(t.kind) + '/' +
               t.value + ' ';
        out += print(resolve(lexicon_, t, from_iso(published)));
      }
    }
    return out;
  }

 private:
  struct Reading {
    text::Document document;
    std::vector<text::Sentence> split;
    std::vector<SentenceReading> sentences;
  };

  static std::string print(const TimeInterval& t) {
    if (t.from && t.to) {
      const std::string from = to_iso(*t.from).substr(0, 10);
      const std::string to = to_iso(*t.to).substr(0, 10);
      return from == to ? from : from + ".." + to;
    }
    return t.weekday >= 0 ? "weekday " + std::to_string(static_cast<int>(t.weekday)) : "?";
  }

  static TokenRange tokens(const Analysis& a, std::size_t begin, std::size_t end) {
    TokenRange range{static_cast<std::uint32_t>(a.tokens.size()), 0};
    for (std::uint32_t i = 0; i < a.tokens.size(); ++i) {
      if (a.tokens[i].span.begin < begin || a.tokens[i].span.end > end) continue;
      range.first = std::min(range.first, i);
      range.last = i + 1;
    }
    return range;
  }

  [[nodiscard]] Reading read(const std::string& text) const {
    std::vector<text::Block> blocks;
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t end = std::min(text.find("\n\n", at), text.size());
      const auto size = static_cast<std::uint32_t>(end - at);
      blocks.push_back(
          {Zone::kBody, text.substr(at, size), {{0, size, static_cast<std::uint32_t>(at), size}}});
      at = end + 2;
    }
    Reading r{text::Document("a.txt", text, std::string(64, '0'), {}, std::move(blocks)), {}, {}};
    r.split = splitter_.split(r.document);
    NameTable known;
    for (const text::Sentence& s : r.split) {
      const std::string_view readable = text::readable(r.document, s);
      const std::vector<Token> tokens = tokenize(readable);
      for (const Mention& m : entities_.find({readable, tokens}, nullptr))
        known.add(m);
    }
    for (const text::Sentence& s : r.split) {
      SentenceReading reading;
      reading.sentence = &s;
      Analysis& a = reading.analysis;
      a.text = text::readable(r.document, s);
      a.tokens = tokenize(a.text);
      a.times = find_times(lexicon_, a.in());
      a.mentions = entities_.find(a.in(), &known);
      a.quantities = quantities_.tag(a.text, a.tokens);
      a.clause_ends = find_clause_ends(lexicon_, a.tokens);
      fold(a);
      r.sentences.push_back(std::move(reading));
    }
    QuoteReader(lexicon_, r.document).read(r.sentences);
    return r;
  }

  ruleset::Loaded loaded_;
  std::vector<Error> errors_;
  Lexicon lexicon_;
  EntityFinder entities_;
  QuantityTagger quantities_;
  text::SentenceSplitter splitter_;
};

}  // namespace gainsay::extract
