package import ImageIR

/// Stage 5: writes the scripts and the manifest of one agent.
///
/// The Dockerfile comes from `emitDockerfile`, so that its sum can be part of `inputs.contentTag`; it is not
/// in the result.
package func emit(_ plan: ImagePlan, dockerfile: Artifact?, inputs: EmitInputs) -> [Artifact] {
  [
    emitBuildScript(plan, inputs: inputs),
    emitManifest(plan, dockerfile: dockerfile, inputs: inputs),
  ]
}
