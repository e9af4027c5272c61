/** Style sheets of the page are imported for their effect; the build gathers them. The widget's is its text. */
declare module '*.css' {
  const text: string
  export default text
}
