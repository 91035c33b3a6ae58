#include "embed/evaluate.h"

#include <algorithm>
#include <cmath>
#include <fstream>
#include <map>
#include <numeric>
#include <set>
#include <sstream>

#include <Eigen/Core>

#include "stemmer.h"
#include "words.h"

namespace gainsay::embed {
namespace {

using Matrix = Eigen::Matrix<float, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;

enum class Relation : std::uint8_t { kNotAsked, kUnrelated, kRelated };
/// Of every sentence with every other one; kNotAsked inside one report.
using Relations = std::vector<std::vector<Relation>>;

Relations relations_of(const std::vector<LabelledSentence>& sentences) {
  Relations out(sentences.size(), std::vector<Relation>(sentences.size(), Relation::kNotAsked));
  for (std::size_t i = 0; i < sentences.size(); ++i) {
    for (std::size_t j = 0; j < sentences.size(); ++j) {
      if (sentences[i].report == sentences[j].report) continue;
      const auto& a = sentences[i].topics;
      const auto& b = sentences[j].topics;
      const bool share = std::find_first_of(a.begin(), a.end(), b.begin(), b.end()) != a.end();
      out[i][j] = share ? Relation::kRelated : Relation::kUnrelated;
    }
  }
  return out;
}

/// Mann and Whitney's statistic; equal cosines count half.
double area_under_curve(const Matrix& cosines, const Relations& relations) {
  std::vector<std::pair<float, bool>> pairs;
  for (std::size_t i = 0; i < relations.size(); ++i) {
    for (std::size_t j = i + 1; j < relations.size(); ++j) {
      if (relations[i][j] == Relation::kNotAsked) continue;
      pairs.emplace_back(cosines(static_cast<Eigen::Index>(i), static_cast<Eigen::Index>(j)),
                         relations[i][j] == Relation::kRelated);
    }
  }
  std::ranges::sort(pairs);
  double below = 0;
  double wins = 0;
  double related = 0;
  for (auto first = pairs.begin(); first != pairs.end();) {
    const auto last = std::find_if(first, pairs.end(),
                                   [&](const auto& pair) { return pair.first != first->first; });
    const auto good = static_cast<double>(
        std::count_if(first, last, [](const auto& pair) { return pair.second; }));
    const double bad = static_cast<double>(last - first) - good;
    wins += good * (below + bad / 2);
    below += bad;
    related += good;
    first = last;
  }
  return related > 0 && below > 0 ? wins / (related * below) : 0;
}

double recall(const Matrix& cosines, const Relations& relations, std::size_t nearest) {
  double sum = 0;
  double asked = 0;
  for (std::size_t i = 0; i < relations.size(); ++i) {
    std::vector<std::size_t> others;
    for (std::size_t j = 0; j < relations.size(); ++j) {
      if (relations[i][j] != Relation::kNotAsked) others.push_back(j);
    }
    const auto is_related = [&](std::size_t j) { return relations[i][j] == Relation::kRelated; };
    const auto related = static_cast<std::size_t>(std::ranges::count_if(others, is_related));
    if (related == 0) continue;
    const auto row = cosines.row(static_cast<Eigen::Index>(i));
    std::ranges::stable_sort(others, [&](std::size_t x, std::size_t y) {
      return row(static_cast<Eigen::Index>(x)) > row(static_cast<Eigen::Index>(y));
    });
    others.resize(std::min(others.size(), nearest));
    const auto found = static_cast<double>(std::ranges::count_if(others, is_related));
    sum += found / static_cast<double>(std::min(nearest, related));
    ++asked;
  }
  return asked > 0 ? sum / asked : 0;
}

Matrix stemmed_tf_idf(const std::vector<LabelledSentence>& sentences) {
  Stemmer stemmer;
  std::map<std::string, std::map<std::size_t, double>> holders;
  for (std::size_t i = 0; i < sentences.size(); ++i) {
    for (const std::string& word : words_of(sentences[i].text))
      ++holders[stemmer.stem(word)][i];
  }
  Matrix out = Matrix::Zero(static_cast<Eigen::Index>(sentences.size()),
                            static_cast<Eigen::Index>(holders.size()));
  Eigen::Index column = 0;
  for (const auto& [stem, where] : holders) {
    const double rarity = std::log((static_cast<double>(sentences.size()) + 1) /
                                   (static_cast<double>(where.size()) + 0.5));
    for (const auto& [sentence, count] : where) {
      out(static_cast<Eigen::Index>(sentence), column) =
          static_cast<float>((1 + std::log(count)) * rarity);
    }
    ++column;
  }
  for (Eigen::Index i = 0; i < out.rows(); ++i) {
    const float length = out.row(i).norm();
    if (length > 0) out.row(i) /= length;
  }
  return out;
}

Matrix matrix_of(const Rows& rows) {
  return Eigen::Map<const Matrix>(rows.data.data(), static_cast<Eigen::Index>(rows.count()),
                                  static_cast<Eigen::Index>(rows.dimension));
}

Quality quality(std::string what, const Matrix& rows, const Relations& relations) {
  const Matrix cosines = rows * rows.transpose();
  return {std::move(what), area_under_curve(cosines, relations), recall(cosines, relations, 5),
          recall(cosines, relations, 20)};
}

}  // namespace

Result<std::vector<LabelledSentence>> read_labelled(const std::filesystem::path& file) {
  std::ifstream in(file);
  if (!in) return fail(ErrorCode::kNotFound, file.string(), "the sentences cannot be read");
  std::vector<LabelledSentence> out;
  int number = 0;
  for (std::string line; std::getline(in, line);) {
    ++number;
    const std::size_t first = line.find('\t');
    const std::size_t second = first == std::string::npos ? first : line.find('\t', first + 1);
    if (second == std::string::npos) {
      return fail(ErrorCode::kModel, file.string() + ":" + std::to_string(number),
                  "write a report, its topics and a sentence, with tabulators between them");
    }
    LabelledSentence sentence{line.substr(0, first), {}, line.substr(second + 1)};
    std::istringstream topics(line.substr(first + 1, second - first - 1));
    for (std::string topic; topics >> topic;)
      sentence.topics.push_back(topic);
    out.push_back(std::move(sentence));
  }
  return out;
}

std::vector<Quality> evaluate(Embedder& embedder, const std::vector<LabelledSentence>& sentences) {
  const Relations relations = relations_of(sentences);
  std::vector<std::string_view> texts;
  for (const LabelledSentence& sentence : sentences)
    texts.emplace_back(sentence.text);
  return {quality("stemmed tf-idf", stemmed_tf_idf(sentences), relations),
          quality("fastText sentence vector", matrix_of(embedder.plain(texts)), relations),
          quality("gainsay", matrix_of(embedder.embed(texts)), relations)};
}

}  // namespace gainsay::embed
