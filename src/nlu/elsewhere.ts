/**
 * Sentences that are hardly any desk's business. A small desk has too few phrases of its own to learn that "what is
 * the …" by itself means nothing, so every desk learns that these mean none of its intents. One phrase of an owner
 * who does want one of them outweighs it.
 */
export const elsewhere: readonly string[] = `
what is the meaning of love
what is the capital of france
what is the tallest mountain in the world
what is the square root of minus one
what is the difference between a frog and a toad
what is the colour of a ripe mango
what do you think about politics
what does a giraffe eat
what happened to the dinosaurs
what are clouds made of
what would napoleon have done
who won the world cup
who is the president of america
who painted the mona lisa
who invented the telephone
who wrote the mahabharata
who is the best actor of all time
who are the avengers
when did the second world war end
when was shakespeare born
when do bears sleep
where do penguins live
where did i put my umbrella
where is the eiffel tower
where are the himalayas
how do birds fly
how do i fix a flat tyre
how many legs has a spider
how much does an elephant weigh
how old is the universe
how to lose belly fat
how can i make my girlfriend happy
how far is the moon
how did the titanic sink
why is the sky blue
why do cats purr
which is the fastest animal
which planet has rings
is there life on mars
is a tomato a fruit
are ghosts real
can dogs eat chocolate
can you swim
do you believe in god
does he like her
did you see the movie
tell me about the roman empire
tell me a secret
i need to wash my hair
i have a headache
i want to be rich
i am in love
my dog is sick
my neighbour is very loud
please feed the goldfish
the cat sat on the mat
this is not what i wanted
that was a long winter
there is a hole in my bucket
sabse achha hero kaun hai
taj mahal kisne banaya
meri billi ko kya hua hai
bharat ka rashtrapati kaun hai
chand kitni door hai
hathi kya khata hai
mujhe neend nahi aa rahi hai
mera dil nahi lag raha
suraj kyun chamakta hai
भारत का राष्ट्रपति कौन है
ताजमहल किसने बनाया
चाँद कितनी दूर है
हाथी क्या खाता है
सूरज क्यों चमकता है
मेरा मन नहीं लग रहा
`
  .trim()
  .split('\n')
