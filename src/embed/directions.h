#pragma once

#include <Eigen/Core>

namespace gainsay::embed {

/// What all word vectors of a model share and what says nothing about a word: their mean and main
/// components. Source: Mu and Viswanath 2018, "All-but-the-top".
struct Directions {
  Eigen::VectorXf mean;
  Eigen::MatrixXf components;  ///< columns of length 1
};

/// Of vectors of length 1, one a row.
[[nodiscard]] Directions directions_of(const Eigen::MatrixXf& vectors);

/// Takes the directions out of a word vector and gives it length 1; a zero vector stays zero.
void take_out(const Directions& directions, Eigen::VectorXf& vector);

/// What a word that is this share of all words counts in a sentence: a / (a + share).
[[nodiscard]] float weight_of(double share);

/// The first principal component of the rows, not centred.
[[nodiscard]] Eigen::VectorXf main_direction(const Eigen::MatrixXf& rows);

/// Gives the vector length 1 if it is longer than a rounding error, else makes it zero.
void make_unit(Eigen::VectorXf& vector);

}  // namespace gainsay::embed
