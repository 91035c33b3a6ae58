#include "directions.h"

#include <algorithm>

#include <Eigen/Eigenvalues>

namespace gainsay::embed {
namespace {

constexpr float kNothing = 1e-6F;  // lengths below are rounding errors

/// Two of 100 dimensions did better than one, the rule of Mu and Viswanath.
Eigen::Index components_of(Eigen::Index dimensions) {
  return std::min<Eigen::Index>(dimensions / 50, 3);
}

/// Eigenvectors of the larger eigenvalues, the largest first, of a symmetric matrix.
Eigen::MatrixXf largest(const Eigen::MatrixXf& symmetric, Eigen::Index count) {
  const Eigen::SelfAdjointEigenSolver<Eigen::MatrixXf> solver(symmetric);
  return solver.eigenvectors().rightCols(std::min(count, symmetric.cols())).rowwise().reverse();
}

}  // namespace

void make_unit(Eigen::VectorXf& vector) {
  const float length = vector.norm();
  if (length > kNothing) {
    vector /= length;
  } else {
    vector.setZero();
  }
}

Directions directions_of(const Eigen::MatrixXf& vectors) {
  Directions out;
  out.mean = vectors.colwise().mean();
  const Eigen::MatrixXf centred = vectors.rowwise() - out.mean.transpose();
  const bool enough = vectors.rows() > vectors.cols();
  out.components = enough ? largest(centred.transpose() * centred, components_of(vectors.cols()))
                          : Eigen::MatrixXf::Zero(vectors.cols(), 0);
  return out;
}

void take_out(const Directions& directions, Eigen::VectorXf& vector) {
  if (vector.norm() <= kNothing) return vector.setZero(), void();
  vector.normalize();
  vector -= directions.mean;
  vector -= directions.components * (directions.components.transpose() * vector);
  make_unit(vector);
}

float weight_of(double share) {
  constexpr double kRareness = 1e-3;  // Arora et al. use 1e-3 to 1e-4
  return static_cast<float>(kRareness / (kRareness + share));
}

Eigen::VectorXf main_direction(const Eigen::MatrixXf& rows) {
  return largest(rows.transpose() * rows, 1).col(0);
}

}  // namespace gainsay::embed
