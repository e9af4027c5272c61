/** Loaded where a desk asks for them; the slices in use are described beside their use. */
declare module 'ssh2' {
  const library: {
    readonly utils: {
      readonly generateKeyPairSync: (kind: 'ed25519') => {
        readonly private: string
        readonly public: string
      }
    }
  }
  export default library
}
declare module '@ngrok/ngrok' {
  const library: unknown
  export default library
}
